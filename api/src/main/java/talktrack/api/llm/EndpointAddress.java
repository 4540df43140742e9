package talktrack.api.llm;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;

/** Where a language model may be asked. */
final class EndpointAddress {

    private static final Logger log = LoggerFactory.getLogger(EndpointAddress.class);

    private EndpointAddress() {}

    /**
     * @throws IllegalArgumentException with what is wrong and how to mend it
     */
    static void check(Config.Llm config) {
        if (config.model().isBlank()) {
            throw new IllegalArgumentException(
                    "talktrack.llm.model is empty: name the model that %s serves, like qwen3:4b"
                            .formatted(config.baseUrl()));
        }
        String scheme = config.baseUrl().getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "talktrack.llm.base-url = %s is not a web address: write one like http://127.0.0.1:11434"
                            .formatted(config.baseUrl()));
        }
        if (!config.allowRemote() && !isPrivate(config.baseUrl())) {
            throw new IllegalArgumentException(
                    """
                    talktrack.llm.base-url = %s is not on this machine or in a private network, \
                    so what customers said would leave it. If that is meant, set \
                    talktrack.llm.allow-remote: true"""
                            .formatted(config.baseUrl()));
        }
    }

    /** Whether all that the host's name stands for is this machine or a private network. */
    static boolean isPrivate(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .allMatch(EndpointAddress::isPrivate);
        } catch (UnknownHostException e) {
            log.warn("the language model's host is unknown host={}", url.getHost());
            return false;
        }
    }

    /** Not link-local addresses: clouds answer there with the machine's own secrets. */
    private static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal =
                address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
    }
}
