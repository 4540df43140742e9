package talktrack.api.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import talktrack.api.Config;
import talktrack.api.llm.EndpointCheck.Finding;
import talktrack.api.llm.EndpointCheck.Level;
import talktrack.models.events.Json;

/** Which models a server says it has. LangChain4j does not ask for that. */
final class ServedModels {

    private static final int NAMED = 5;

    private final Config.Llm config;

    ServedModels(Config.Llm config) {
        this.config = config;
    }

    /**
     * @return false when nobody answers at the address
     */
    boolean addTo(List<Finding> findings) {
        try {
            HttpResponse<byte[]> response = list();
            findings.add(new Finding(Level.OK, "reachable", "It answers at its address.", ""));
            findings.add(known(response));
            return true;
        } catch (IOException e) {
            findings.add(
                    new Finding(
                            Level.WRONG,
                            "reachable",
                            "Nobody answers at %s.".formatted(config.baseUrl()),
                            "Start the server, or correct talktrack.llm.base-url."));
            return false;
        } catch (InterruptedException e) {
            throw Endpoint.interrupted(e);
        }
    }

    private HttpResponse<byte[]> list() throws IOException, InterruptedException {
        String base = config.baseUrl().toString().replaceFirst("/+$", "");
        boolean ollama = config.provider() == Config.Llm.Provider.OLLAMA;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + (ollama ? "/api/tags" : "/models")))
                        .timeout(config.timeout());
        if (!config.apiKey().isBlank()) {
            request.header("Authorization", "Bearer " + config.apiKey());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private Finding known(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            return new Finding(
                    Level.WRONG, "model", "It refuses the key.", "Set TALKTRACK_LLM_API_KEY.");
        }
        List<String> names = names(response.body());
        if (names.contains(config.model()) || names.contains(config.model() + ":latest")) {
            return new Finding(Level.OK, "model", "It serves %s.".formatted(config.model()), "");
        }
        if (names.isEmpty()) {
            return new Finding(Level.NOTE, "model", "It does not say which models it serves.", "");
        }
        return new Finding(
                Level.NOTE,
                "model",
                "%s is not among the models it names: %s."
                        .formatted(
                                config.model(),
                                String.join(", ", names.subList(0, Math.min(NAMED, names.size())))),
                config.provider() == Config.Llm.Provider.OLLAMA
                        ? "Run: ollama pull " + config.model()
                        : "Correct talktrack.llm.model if the answer below fails.");
    }

    private static List<String> names(byte[] body) {
        List<String> names = new ArrayList<>();
        try {
            JsonNode answer = Json.mapper().readTree(body);
            answer.path("data").forEach(one -> names.add(one.path("id").asText()));
            answer.path("models").forEach(one -> names.add(one.path("name").asText()));
            return names;
        } catch (IOException e) {
            return List.of(); // an error page, perhaps: it names no models
        }
    }
}
