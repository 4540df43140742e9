package talktrack.api.talktracks;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;

/** Talk tracks for one product, industry or phase, searched in a real Elasticsearch. */
class NarrowTalkTracksIT {

    private static final String SAID = "we never sign for three years";
    private static final String SAID_ZH = "三年的合同我们不签";

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        approve(Language.EN, ObjectionType.CONTRACT, "", "", "hospital", "For hospitals", SAID);
        approve(Language.EN, ObjectionType.CONTRACT, "", "Depot", "", "For Depot", SAID);
        approve(Language.EN, ObjectionType.CONTRACT, "closing", "", "", "For closing", SAID);
        approve(Language.EN, ObjectionType.CONTRACT, "", "", "", "For all", "so long a term");
        approve(Language.EN, ObjectionType.TRUST, "", "", "hospital", "Trust", "who are you");
        approve(Language.ZH, ObjectionType.CONTRACT, "", "", "医院", "给医院", SAID_ZH);
        approve(Language.ZH, ObjectionType.CONTRACT, "", "", "", "给所有人", "合同期太长");
        int all = 7;
        await(
                () ->
                        server.talkTracks().all().size() == all
                                && tracks().newest(
                                                        server.talkTracks().all().stream()
                                                                .map(TalkTrack::id)
                                                                .toList())
                                                .size()
                                        == all);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aTrackForHospitalsIsNotForABakery() {
        assertThat(titles(Phase.OBJECTIONS, "our bakery has two ovens")).containsExactly("For all");
    }

    @Test
    void aTrackIsForTheCallThatSpeaksOfItsIndustryOrProduct() {
        assertThat(titles(Phase.OBJECTIONS, "the hospitals that we run"))
                .containsExactly("For hospitals", "For all");
        assertThat(titles(Phase.OBJECTIONS, "and with Depot?"))
                .containsExactly("For Depot", "For all");
    }

    @Test
    void aTrackForAPhaseIsForMomentsInIt() {
        assertThat(titles(Phase.CLOSING, "our bakery")).containsExactly("For closing", "For all");
        assertThat(
                        titles(
                                situation(ObjectionType.CONTRACT, Optional.empty()),
                                Language.EN,
                                SAID,
                                "our bakery"))
                .as("an unknown phase rules nothing out")
                .containsExactly("For closing", "For all");
    }

    @Test
    void theSameInChinese() {
        TalkTrack.Situation situation = situation(ObjectionType.CONTRACT, Optional.empty());
        assertThat(titles(situation, Language.ZH, SAID_ZH, "我们 是 做 面包 的")).containsExactly("给所有人");
        assertThat(titles(situation, Language.ZH, SAID_ZH, "我们 医院 去年 就 用 了"))
                .containsExactly("给医院", "给所有人");
    }

    @Test
    void whereThereIsNoOtherItIsBetterThanNone() {
        assertThat(
                        titles(
                                situation(ObjectionType.TRUST, Optional.empty()),
                                Language.EN,
                                "who are you",
                                "our bakery"))
                .containsExactly("Trust");
        assertThat(tracks().forObjection(ObjectionType.CONTRACT, Language.EN, SAID))
                .extracting(TalkTrack::title)
                .as("where nobody knows the call")
                .containsExactlyInAnyOrder("For closing", "For all");
    }

    private static List<String> titles(Phase phase, String callWords) {
        return titles(
                situation(ObjectionType.CONTRACT, Optional.of(phase)),
                Language.EN,
                SAID,
                callWords);
    }

    private static List<String> titles(
            TalkTrack.Situation situation, Language language, String said, String callWords) {
        return tracks().fits(situation, language, said, () -> callWords).stream()
                .map(fit -> fit.track().title())
                .toList();
    }

    private static TalkTracks tracks() {
        return new TalkTracks(server.index());
    }

    private static TalkTrack.Situation situation(ObjectionType type, Optional<Phase> phase) {
        return new TalkTrack.Situation(Optional.of(type), Optional.empty(), phase, "", "", false);
    }

    private static void approve(
            Language language,
            ObjectionType objection,
            String phase,
            String product,
            String industry,
            String title,
            String keyword) {
        server.talkTracks()
                .create(
                        new TalkTrackEdit(
                                language.id(),
                                objection.id(),
                                "",
                                phase,
                                product,
                                industry,
                                false,
                                title,
                                title,
                                "",
                                "",
                                List.of(keyword),
                                "Ann Coach",
                                "",
                                OptionalInt.empty(),
                                true));
    }
}
