package talktrack.ingest.readable;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives names their capitals: I, days, months, countries, languages, and a few companies and
 * abbreviations that sales calls are full of. The company's own words come spelled from its
 * glossary.
 */
final class EnglishNames {

    /** Names that are as often ordinary words, or words of other meaning. */
    private static final Set<String> ORDINARY_WORDS =
            Set.of(
                    "polish", "turkey", "chad", "ewe", "mali", "jersey", "china's", "jordan",
                    "guinea", "even", "chile", "niger", "twi", "ido", "lao", "pali");

    private static final Set<String> BEFORE_A_MONTH =
            Set.of(
                    "in", "by", "of", "since", "until", "till", "last", "next", "early", "late",
                    "mid", "this", "from", "through", "during", "before", "after", "end");

    private static final List<String> TWO_WORDS =
            List.of(
                    "New York",
                    "New Zealand",
                    "United States",
                    "United Kingdom",
                    "Hong Kong",
                    "San Francisco",
                    "Los Angeles",
                    "South Africa",
                    "North America",
                    "South America",
                    "Saudi Arabia");

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr");

    private static final Map<String, String> SPELLINGS = spellings();

    private EnglishNames() {}

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            add(spellings, Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
        }
        for (String language : Locale.getISOLanguages()) {
            add(spellings, Locale.of(language).getDisplayLanguage(Locale.ENGLISH));
        }
        Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .forEach(
                        day -> {
                            add(spellings, day);
                            add(spellings, day + "s");
                        });
        for (String name :
                List.of(
                        "Google",
                        "Microsoft",
                        "Salesforce",
                        "HubSpot",
                        "LinkedIn",
                        "Facebook",
                        "YouTube",
                        "WhatsApp",
                        "iPhone",
                        "iPad",
                        "PayPal",
                        "Oracle",
                        "SAP",
                        "Cisco",
                        "IBM",
                        "Europe",
                        "European",
                        "Africa",
                        "African",
                        "Asia",
                        "Asian",
                        "America",
                        "American",
                        "Americans",
                        "Canadian",
                        "Australian",
                        "British",
                        "Mexican",
                        "Indian",
                        "London",
                        "Paris",
                        "Berlin",
                        "Chicago",
                        "Boston",
                        "California",
                        "Texas",
                        "Florida",
                        "Beijing",
                        "Shanghai",
                        "Tokyo",
                        "Christmas",
                        "Easter",
                        "CRM",
                        "ERP",
                        "CEO",
                        "CFO",
                        "CTO",
                        "CIO",
                        "USA",
                        "UK",
                        "EU",
                        "GDPR",
                        "SQL",
                        "PDF",
                        "VPN",
                        "ROI",
                        "KPI",
                        "KPIs",
                        "SaaS",
                        "USB",
                        "API",
                        "APIs",
                        "IoT",
                        "B2B",
                        "Mr",
                        "Mrs",
                        "Ms",
                        "Dr")) {
            spellings.put(name.toLowerCase(Locale.ROOT), name);
        }
        return Map.copyOf(spellings);
    }

    private static void add(Map<String, String> spellings, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean oneWord = lower.chars().allMatch(Character::isLetter) && lower.length() > 3;
        if (oneWord && !ORDINARY_WORDS.contains(lower)) {
            spellings.put(lower, name);
        }
    }

    static List<Piece> cased(List<Piece> pieces) {
        List<Piece> cased = new ArrayList<>(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.fixed()) {
                cased.set(i, piece.shownAs(spelling(pieces, i)));
            }
        }
        return cased;
    }

    private static String spelling(List<Piece> pieces, int i) {
        String word = pieces.get(i).heard();
        if (word.equals("i") || word.startsWith("i'")) {
            return "I" + word.substring(1);
        }
        var month = EnglishDates.month(word);
        if (month.isPresent()) {
            boolean ordinary = word.equals("may") || word.equals("march") || word.equals("august");
            boolean announced = i > 0 && BEFORE_A_MONTH.contains(pieces.get(i - 1).heard());
            return ordinary && !announced ? word : EnglishDates.monthName(month.getAsInt());
        }
        if (i > 0 && TITLES.contains(pieces.get(i - 1).heard())) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
        if (word.endsWith("'s")) {
            String owner = SPELLINGS.get(word.substring(0, word.length() - 2));
            return owner == null ? word : owner + "'s";
        }
        return twoWords(pieces, i).orElse(SPELLINGS.getOrDefault(word, word));
    }

    private static Optional<String> twoWords(List<Piece> pieces, int i) {
        for (String name : TWO_WORDS) {
            String[] parts = name.split(" ");
            if (i + 1 < pieces.size() && matches(pieces, i, parts)) {
                return Optional.of(parts[0]);
            }
            if (i > 0 && matches(pieces, i - 1, parts)) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<Piece> pieces, int i, String[] parts) {
        return pieces.get(i).heard().equalsIgnoreCase(parts[0])
                && pieces.get(i + 1).heard().equalsIgnoreCase(parts[1]);
    }
}
