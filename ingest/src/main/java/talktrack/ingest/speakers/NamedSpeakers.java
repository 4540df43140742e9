package talktrack.ingest.speakers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Who is the rep among a transcript's names: the declared one; else the one with the rep's name;
 * else one that is called like a seller; else a guess. All others are customers.
 *
 * @param repConfidence how probably the rep was guessed right, 0.5…1; absent when not guessed
 */
public record NamedSpeakers(Map<String, Speaker> byName, OptionalDouble repConfidence) {

    private static final Pattern SELLER =
            Pattern.compile(
                    "(?:the-)?(?:(?:sales-?)?(?:agent|rep|representative|person)|sales|seller|salesman|saleswoman"
                            + "|account-(?:executive|manager)|ae|sdr|bdr|advisor|adviser|consultant|operator"
                            + "|(?:电话|在线|人工)?(?:销售|客服|座席|坐席)(?:代表|人员|顾问|经理|员|专员)?|顾问|客户经理|业务员|经纪人|导购)"
                            + "-?\\d{0,3}");
    private static final Pattern BUYER =
            Pattern.compile(
                    "(?:the-)?(?:customer|client|buyer|prospect|caller|lead|客户|顾客|买家|买方|用户|来电人|客人)"
                            + "-?\\d{0,3}");

    /** As in {@code Anna Brooks (Sales)}. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（](?<role>[^()（）]+)[)）]\\s*$");

    public NamedSpeakers {
        byName = Map.copyOf(byName);
    }

    /**
     * @param names who says it, one for each of {@code texts}; empty names are nobody's
     * @param repName the rep's name, or empty
     * @param repSpeaker the rep's name in this transcript as declared, or empty
     */
    public static NamedSpeakers of(
            Language language,
            List<String> names,
            List<String> texts,
            String repName,
            String repSpeaker) {
        Map<String, String> idsByName = new LinkedHashMap<>();
        names.stream().filter(n -> !n.isEmpty()).forEach(n -> idsByName.put(n, id(n)));
        List<String> ids = idsByName.values().stream().distinct().toList();
        Optional<String> known = known(idsByName, ids, repName, repSpeaker);
        if (known.isPresent()) {
            return told(idsByName, known.get(), OptionalDouble.empty());
        }
        if (ids.size() < 2) {
            return alone(idsByName);
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                said.add(new Said(ids.indexOf(idsByName.get(names.get(i))), texts.get(i)));
            }
        }
        RepGuess.Guess rep = RepGuess.of(language, said, ids.size());
        return told(idsByName, ids.get(rep.party()), OptionalDouble.of(rep.confidence()));
    }

    private static Optional<String> known(
            Map<String, String> idsByName, List<String> ids, String repName, String repSpeaker) {
        for (String wanted : List.of(repSpeaker, repName)) {
            if (!wanted.isBlank() && ids.contains(id(wanted))) {
                return Optional.of(id(wanted));
            }
        }
        Set<String> sellers = called(SELLER, idsByName);
        if (sellers.size() == 1) {
            return sellers.stream().findFirst();
        }
        Set<String> buyers = called(BUYER, idsByName);
        List<String> others = ids.stream().filter(id -> !buyers.contains(id)).toList();
        return others.size() == 1 && !buyers.isEmpty()
                ? Optional.of(others.getFirst())
                : Optional.empty();
    }

    /** The ids of those whose name, or what stands behind it in brackets, is such a role. */
    private static Set<String> called(Pattern role, Map<String, String> idsByName) {
        Set<String> ids = new HashSet<>();
        idsByName.forEach(
                (name, id) -> {
                    Matcher brackets = IN_BRACKETS.matcher(name);
                    if (role.matcher(id).matches()
                            || (brackets.find()
                                    && role.matcher(id(brackets.group("role"))).matches())) {
                        ids.add(id);
                    }
                });
        return ids;
    }

    private static NamedSpeakers told(
            Map<String, String> idsByName, String rep, OptionalDouble repConfidence) {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        idsByName.forEach(
                (name, id) -> speakers.put(name, id.equals(rep) ? Speaker.REP : Speaker.CUSTOMER));
        return new NamedSpeakers(speakers, repConfidence);
    }

    /** One name, and not the rep's: a buyer's, or nobody knows whose. */
    private static NamedSpeakers alone(Map<String, String> idsByName) {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        Set<String> buyers = called(BUYER, idsByName);
        idsByName.forEach(
                (name, id) ->
                        speakers.put(
                                name, buyers.contains(id) ? Speaker.CUSTOMER : Speaker.UNKNOWN));
        return new NamedSpeakers(speakers, OptionalDouble.empty());
    }

    /** Whether nothing but a guess told the rep. */
    public boolean guessed() {
        return repConfidence.isPresent();
    }

    /** Whose words these are; nobody knows for the empty name. */
    public Speaker of(String name) {
        return byName.getOrDefault(name, Speaker.UNKNOWN);
    }

    /** As {@link Person#idOf}, also for names without a letter or digit. */
    private static String id(String name) {
        try {
            return Person.idOf(name);
        } catch (IllegalArgumentException e) {
            return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }
}
