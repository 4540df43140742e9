package talktrack.api.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import talktrack.api.index.Vectors;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * A passage as it stands in the index.
 *
 * @param unitVectors one for each of the passage's units, as bytes in Base64: they are compared
 *     here and not searched
 * @param vectorEn absent for Chinese passages, as {@code vectorZh} is for English ones
 * @param standing of the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndexedPassage(
        String documentId,
        String sha256,
        Language language,
        Passage passage,
        List<String> unitVectors,
        String headingEn,
        String textEn,
        String headingZh,
        String textZh,
        List<Float> vectorEn,
        List<Float> vectorZh,
        Standing standing) {

    static IndexedPassage of(String documentId, String sha256, Passage passage, Standing standing) {
        boolean english = passage.language() == Language.EN;
        Embedder embedder = Embedder.of(passage.language());
        String heading = Simplified.of(passage.language(), passage.heading());
        String text = Simplified.of(passage.language(), passage.text());
        List<Float> vector = Vectors.boxed(embedder.embed(heading + "\n" + text));
        return new IndexedPassage(
                documentId,
                sha256,
                passage.language(),
                passage,
                embedder
                        .embedAll(
                                passage.unitsInContext().stream()
                                        .map(unit -> Simplified.of(passage.language(), unit))
                                        .toList())
                        .stream()
                        .map(IndexedPassage::pack)
                        .toList(),
                english ? heading : null,
                english ? text : null,
                english ? null : heading,
                english ? null : text,
                english ? vector : null,
                english ? null : vector,
                standing);
    }

    /** The same words with the same vectors, in another version of the document. */
    IndexedPassage in(String newSha256, Passage moved, Standing newStanding) {
        return new IndexedPassage(
                documentId,
                newSha256,
                language,
                moved,
                unitVectors,
                headingEn,
                textEn,
                headingZh,
                textZh,
                vectorEn,
                vectorZh,
                newStanding);
    }

    /** What its vectors are made of. */
    static List<Object> embedded(Passage passage) {
        return List.of(passage.language(), passage.heading(), passage.text(), passage.units());
    }

    /** The heading as questions are compared with it. */
    public String searchedHeading() {
        return language == Language.ZH ? headingZh : headingEn;
    }

    /** A unit as questions are compared with it. */
    public String searchedUnit(int number) {
        String unit = passage.units().get(number);
        boolean same = language != Language.ZH || passage.text().equals(textZh); // mostly
        return same ? unit : Simplified.of(language, unit);
    }

    /** {@link Passage#around} as questions are compared with it. */
    public String searchedAround(int unit, int mostCharacters) {
        return Simplified.of(language, passage.around(unit, mostCharacters));
    }

    /** Cosines between the question and each unit; the vectors are of the passage's language. */
    public List<Double> unitCosines(float[] question) {
        List<Double> cosines = new ArrayList<>();
        for (String packed : unitVectors) {
            byte[] unit = Base64.getDecoder().decode(packed);
            double product = 0;
            double square = 0;
            for (int i = 0; i < unit.length; i++) {
                product += unit[i] * question[i];
                square += (double) unit[i] * unit[i];
            }
            cosines.add(square == 0 ? 0 : product / Math.sqrt(square));
        }
        return cosines;
    }

    /** Components of a unit vector rarely exceed a third, so 381 uses the range of a byte well. */
    private static String pack(float[] vector) {
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(vector[i] * 381), -127, 127);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
