package talktrack.api.opinion;

import talktrack.models.labels.LabelTask;

/**
 * A line whose label is asked for.
 *
 * @param before what the other side said before; of handling, the objection; or empty
 * @param words the line as classifiers read it
 */
record Line(LabelTask task, String before, String words) {

    int characters() {
        return before.length() + words.length();
    }
}
