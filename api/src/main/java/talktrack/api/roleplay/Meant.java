package talktrack.api.roleplay;

import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;

/**
 * What the customer says, and what is meant by it: a script need not be guessed at.
 *
 * @param line the script's words
 */
record Meant(String line, ObjectionType objection, Need need) {

    static Meant line(String line) {
        return new Meant(line, ObjectionType.NONE, Need.NONE);
    }

    static Meant need(String line, Need need) {
        return new Meant(line, ObjectionType.NONE, need);
    }

    static Meant objection(String line, ObjectionType type) {
        return new Meant(line, type, Need.NONE);
    }
}
