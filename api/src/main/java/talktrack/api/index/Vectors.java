package talktrack.api.index;

import java.util.ArrayList;
import java.util.List;

/** Vectors in the form in which the search client takes them. */
public final class Vectors {

    private Vectors() {}

    public static List<Float> boxed(float[] vector) {
        List<Float> boxed = new ArrayList<>(vector.length);
        for (float value : vector) {
            boxed.add(value);
        }
        return boxed;
    }

    /** Of two vectors of length 1. */
    public static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
