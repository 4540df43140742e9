package talktrack.analysis.train;

/** The words around the model card's figures. */
final class CardText {

    private CardText() {}

    static String of(
            String unseen,
            String speed,
            String summary,
            String experts,
            String leftOut,
            String without,
            String inCalls,
            String outcomes,
            String strangers,
            String misheard,
            String noSale,
            String customers,
            String sizes,
            String secondsToTrain,
            String worst,
            String details) {
        return """
            # Model card: the text classifiers

            Written by `talktrack evaluate --all --output docs/model-card.md` (six to fifteen minutes on two cores); do not edit the figures by hand. Tests hold
            the classifiers to within 0.02 of the figures of held-out, misheard and no-sale lines (`HeldOutTest`, with all tests) and of unseen industries
            (`UnseenIndustriesTest`, with `mvn -Pquality -pl analysis -am test -Dsurefire.failIfNoSpecifiedTests=false`); the others are only told. Figures differ by up to
            0.02 from one kind of processor to another, as the quantised encoders do.

            **What they are.** For each language and task two experts trained at build time: OpenNLP maximum entropy on words, word pairs,
            pieces of words, question forms and cue lists (`Features`), and logistic regression on the sentence vectors of the utterance and of what
            the other side said before (e5-small-v2 for English, BGE small for Chinese, the first eight of twelve layers of the former and all four of the latter, the last ones tuned to these labels:
            `models/src/main/encoder/README.md`). The geometric mean of their probabilities
            is calibrated with one temperature. Handling is one yes-or-no classifier for each step and fault: for steps with the threshold of best F1, for faults of best F0.5, since a false one accuses. The thresholds are fitted to the very lines that handling is measured on below.
            Everything is deterministic.

            **What they are for.** To find the places in a call that are worth a coach's ear. Not to judge a person by one utterance.

            **Who labelled.** Every line was written for this project together with its label, after `docs/conversation-model.md`
            (`talktrack/corpora/README.md` says by whom). No line is from a customer's call, and no second person labelled them, so how far people
            would agree is not known. A third of the lines was written to be hard: cue words that mislead, none at all, sense that hangs on what was
            said before. The held-out lines (`analysis/src/main/resources/talktrack/heldout`) are never trained on: other situations,
            chat, speech and reviews; their author also wrote some four hundred lines of the corpora.

            **How it is measured.** *Unseen industries*: a fifth of the industries, %s, that neither the embedders were tuned to nor the classifiers trained on
            for this; what ships is trained on their lines, too, but calibrated on them as measured here. *Held-out lines*: the shipped classifiers on those lines. *In calls*: the shipped
            classifiers on every turn of twelve whole labelled conversations that were never trained on (`talktrack/conversations`; the other 28 are), in which most turns are nothing.
            *Written* is the line as it stands, *spoken* the same as a recogniser
            writes it: no case, no punctuation (some corpus lines have misheard words in both). Macro-F1 is the mean of the labels' F1.

            | language | task | corpus lines | of unseen industries | unseen industries: written | spoken | held-out lines | held-out: written | spoken | turns in calls | in calls: spoken |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            %s

            ## What each part is worth

            Macro-F1 in the spoken form on unseen industries: the expert on words alone, the one on meaning alone, both.

            | language | task | words | meaning | both |
            | --- | --- | --- | --- | --- |
            %s

            The same without one kind of feature, both experts together. What was said before is kept from both, the others are seen by the one on words only; without sentence
            vectors it is alone, as in the table above. Sentiment is read without what was said before.

            %s
            %s

            ## What is found in whole calls

            In the calls that were never trained on, spoken, most turns are nothing and a label is rare, so that macro-F1 there hangs on a few turns. Of the turns that have a label, how many
            get theirs; of the labels that are given, how many are right, the rest being another label's turns or turns that are nothing.

            | language | what is looked for | turns | with a label | given one | rightly | of those given: right | of those with one: found |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            %s

            ## How objections end

            In the same calls, spoken: each objection was labelled with how it ends (`outcomes.tsv` among the held-out lines), settled where the customer's words show that the concern is
            gone. By one hand that knew the rules of `docs/metrics.md`. Since then the rules were mended with an eye on which of these were wrong, so that the figures flatter; the figures there do less. *Found*: read as an objection, of whatever type and certainty;
            *right*: of these, the share with the right end; last what the most frequent end alone would get of those found.

            | language | objections | found | end right | share | most frequent end |
            | --- | --- | --- | --- | --- | --- |
            %s

            ## Lines of strangers

            Of seven sets, each by one hand that wrote nothing else and had seen neither code nor corpora, nothing is trained on. What was wrong in them has told us what sort of lines to order,
            so that they flatter a little. In the last set of objections and of SPIN questions every line follows something the other side has said, two of three times at length.

            | language | task | set | lines | written | spoken |
            | --- | --- | --- | --- | --- | --- |
            %s

            ## Lines misheard

            The questions, objections and feelings of these and of the held-out lines, each spoken by one of four synthesised voices, half of them over a telephone's narrow band, and written down by the starter model, which gets
            21 to 24 of 100 words wrong (`misheard` among the held-out lines). *Said*: the line in the spoken form; *heard*: what was written down. English only, as no
            Chinese speech model comes with the project. Learning from 498 lines misheard in the same way changed nothing (by strangers SPIN 0.66 as before, objections 0.68 for 0.69),
            with the encoder as it is, which was tuned to lines that are mostly heard well. Nor did two more epochs for the encoder, with 1,046 training lines misheard and 4,799 whose words were
            confused in the manner of those: heard, SPIN 0.70 for 0.69 and objections 0.70 as before, though the lines as said gained 0.01 to 0.02. A word that is gone is gone; a better speech model is what helps.

            | language | task | lines | said | heard |
            | --- | --- | --- | --- | --- |
            %s

            ## What belongs to no sale

            Recordings hold more than a sale: news from a radio, a teacher's questions, the children at the door, a wrong file. Of such lines, written so as
            to look like an objection or a question, the share that is given a label (`no-sale.tsv` among the held-out lines). Labels are learnt from nothing of these kinds,
            broadcasts and private talk; of four others (told stories, the same misheard, menus, noise) some 150 lines a task are, by the expert on meaning alone:
            shown to the one on words as well, they take a quarter off the shares below, and cost up to 0.04 of macro-F1 in calls.

            | language | what is looked for | lines | labelled |
            | --- | --- | --- | --- |
            %s

            A recording that is nothing but that gets no labels at all (`no-customer`, docs/metrics.md). It is told by what up to 40 utterances mean, learnt from the beginnings of
            135 talks a language by two hands (`customer.tsv`; a third of those without a customer are about money, prices or contracts all the same) and the calls that are trained on. The line is drawn
            where 99 of 100 stretches with customers stay, each judged by what was learnt from four fifths of the other talks. Then the calls that nothing learns from, and the lines of the table
            above, a dozen of a kind together: of kinds that are learnt from here, by other hands.

            | language | stretches with customers | kept | other talks | found | calls | kept | dozens of lines | found |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            %s

            ## Speed

            Questions read a second on one thread of the machine that wrote this card, together with what was said before; `classify --words-only` leaves meaning out.
            Of several written sentences each question is read by itself, which takes longer. Then a recorded call of an hour,
            the shipped conversations in a row: every utterance scored, and the whole read for arcs, needs, metrics and skills.

            | language | words only | both experts, written | both, recognised | utterances of the call | seconds to read it |
            | --- | --- | --- | --- | --- | --- |
            %s

            ## Size

            Each task's classifiers as they ship, both experts and their calibration. Training all of them took %s s here; the tuned layers that the expert on meaning reads with are
            in the last rows.

            | language | task | lines learnt from | megabytes |
            | --- | --- | --- | --- |
            %s

            ## Known weaknesses

            - In whole calls most turns are nothing, and every label is read less well there than line by line: see the last column of the first table.
            - Objections without any cue word are often read as none, and none is the most frequent mistake
              for every objection type.
            - Irony is recognised only where it is common ("oh great, another update").
            - A question whose type hangs on more than the other side's last turn is read without that context.
            - A rhetorical threat (难道您不怕被同行超过去吗) is read by its form as a question, a benefit told in the words of one (用了以后每周能省十个小时) as
              need-payoff, and "if nothing changed for another year, what would that mean" too, though it is implication.
            - A fault is said only when it is likelier than not, so every second one is not.
            - `ignores` needs knowledge of both topics, which words hardly show.
            - Dialect and code-switching were not measured, nor Chinese recognition errors. English ones cost much where every fourth or fifth word is wrong (lines misheard), a good part
              of it on lines whose words the recogniser was sure of.
            - With the small speech models words are lost before any label is read: see the call's caution.

            ## The surest mistakes

            On unseen industries, spoken, twenty a task; of handling steps and faults that were seen and are not there.

            | language | task | truth | read as | score | line |
            | --- | --- | --- | --- | --- | --- |
            %s

            ## Figures

            P precision, R recall, F1 their harmonic mean, on unseen industries; the last columns are F1 on the held-out lines and in calls, spoken. The second
            table of a task tells whether its scores can be believed: of the answers in a range of scores, the share that was right; of handling of the steps and of the
            faults that were said. The third is the confusion, spoken; steps and faults are each a question for itself and are not confused. Industries from 30 lines (of handling:
            steps and faults) on.

            %s
            """
                .formatted(
                        unseen,
                        summary,
                        experts,
                        leftOut,
                        without,
                        inCalls,
                        outcomes,
                        strangers,
                        misheard,
                        noSale,
                        customers,
                        speed,
                        secondsToTrain,
                        sizes,
                        worst,
                        details);
    }
}
