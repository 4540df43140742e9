package talktrack.api.roleplay;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

/**
 * A customer to practise with: who it is, what the customer knows, needs and fears, and in which
 * words. A resource file each, {@code /talktrack/roleplay/LANGUAGE/ID.json}.
 *
 * @param id names the file
 * @param brief what the rep knows before the call
 * @param opening the customer's first words
 * @param facts what the customer tells when asked about the situation, who decides and the budget
 * @param problems what is found out only by asking
 * @param objections raised one after the other, the first when something is presented too early
 */
public record Scenario(
        String id,
        Language language,
        String industry,
        Persona persona,
        String brief,
        String opening,
        List<Fact> facts,
        List<Problem> problems,
        List<Objection> objections,
        Lines lines) {

    public record Persona(String name, String role, String company, String temper) {}

    /**
     * @param about what a question for it speaks of
     */
    public record Fact(String about, String line) {}

    /**
     * A problem and what lies beneath it, each said only to who asks for it.
     *
     * @param about what a question for it speaks of
     * @param admits the problem, by the way
     * @param consequence what it costs
     * @param need what the customer would like, asked for the worth of a solution
     */
    public record Problem(String about, String admits, String consequence, String need) {}

    /**
     * @param pushesBack when the answer does not satisfy
     * @param explains what is behind it, when the rep asks
     * @param settles when it does
     */
    public record Objection(
            ObjectionType type,
            String raises,
            String pushesBack,
            String explains,
            String settles) {}

    /**
     * What is said between.
     *
     * @param hurried when only the situation is asked about
     * @param nothingMore when there is nothing left to tell
     * @param listens when the rep talks without asking
     * @param agrees when the rep asks for the next step and has earned it
     * @param putsOff when the rep has not
     * @param leaves when the customer has had enough
     */
    public record Lines(
            String hurried,
            String nothingMore,
            String listens,
            String agrees,
            String putsOff,
            String leaves) {}

    public Scenario {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
        objections = List.copyOf(objections);
    }

    /** Everything the customer may say: what a model's words are held against. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.addAll(List.of(persona.name(), persona.role(), persona.company(), brief, opening));
        facts.forEach(fact -> texts.add(fact.line()));
        problems.forEach(one -> texts.addAll(List.of(one.admits(), one.consequence(), one.need())));
        objections.forEach(
                one ->
                        texts.addAll(
                                List.of(
                                        one.raises(),
                                        one.pushesBack(),
                                        one.explains(),
                                        one.settles())));
        texts.addAll(
                List.of(
                        lines.hurried(),
                        lines.nothingMore(),
                        lines.listens(),
                        lines.agrees(),
                        lines.putsOff(),
                        lines.leaves()));
        return texts;
    }
}
