package talktrack.ingest.redact;

/**
 * Digits that were said or written as one number.
 *
 * @param firstToken place of its first token in the stream
 * @param lastToken place of its last token, itself included
 * @param digits only 0…9, and a last X in Chinese identity numbers
 * @param onebyone how many of the digits were dictated singly or written
 * @param plus a plus stands before it
 */
record DigitRun(int firstToken, int lastToken, String digits, int onebyone, boolean plus) {

    int length() {
        return digits.length();
    }

    boolean mostlyOneByOne() {
        return onebyone * 10 >= length() * 7;
    }

    /** One two three four …: somebody counts, or tests a microphone. */
    boolean counting() {
        if ("123456789101112".startsWith(digits)) {
            return true;
        }
        for (int i = 1; i < digits.length(); i++) {
            if ((digits.charAt(i) - digits.charAt(i - 1) + 10) % 10 != 1) {
                return false;
            }
        }
        return true;
    }
}
