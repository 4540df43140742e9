package talktrack.api.sheets;

/** Spreadsheets of some languages write semicolons or tabs where the name says commas. */
public final class CsvSeparator {

    private CsvSeparator() {}

    /** The one that the first line with anything in it has most of; a comma where none has more. */
    public static char of(String csv) {
        String first = csv.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {';', '\t'}) {
            best = count(first, one) > count(first, best) ? one : best;
        }
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }
}
