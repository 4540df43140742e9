package talktrack.ingest.glossary;

/** Levenshtein's distance with costs for exchanging. */
final class Edits {

    private Edits() {}

    interface Cost {
        /** 0…1, of one sound in the place of another. */
        double of(char a, char b);
    }

    /** 1 for the same, 0 for nothing in common. */
    static double similarity(String a, String b, Cost cost) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 0 : 1 - distance(a, b, cost) / longer;
    }

    private static double distance(String a, String b, Cost cost) {
        double[] above = new double[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            double[] row = new double[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                double exchanged = above[j - 1] + (x == y ? 0 : cost.of(x, y));
                row[j] = Math.min(exchanged, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
