package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Json;

class HeatmapTableTest {

    @Test
    void aCellShowsMeanAndTrendAndDoubt() throws JsonProcessingException {
        assertThat(
                        table(
                                """
                                {"rows":[{"id":"anna","label":"Anna"}],
                                 "columns":[{"id":"a","label":"Need payoff"},{"id":"b","label":"Listening"},
                                            {"id":"c","label":"Opening"},{"id":"d","label":"Closing"}],
                                 "cells":[{"row":"anna","column":"a","value":61.5,"n":9,"trend":"up"},
                                          {"row":"anna","column":"b","value":40,"n":3},
                                          {"row":"anna","column":"c","value":95,"n":2},
                                          {"row":"anna","column":"d","value":null,"n":0}]}"""))
                .isEqualToIgnoringNewLines(
                        """
                                Need    Listening  Opening  Closing
                                payoff
                          Anna  62 ↗    40         (95)     –
                        """);
    }

    @Test
    void ratesAreShownInTheirUnits() throws JsonProcessingException {
        assertThat(
                        table(
                                """
                                {"rows":[{"id":"problem","label":"Problem","unit":"per-call"},
                                         {"id":"rep-talk","label":"Rep talk","unit":"share"}],
                                 "columns":[{"id":"1","label":"0–10 %"}],
                                 "cells":[{"row":"problem","column":"1","value":0.55,"n":9},
                                          {"row":"rep-talk","column":"1","value":0.7,"n":2}]}"""))
                .isEqualToIgnoringNewLines(
                        """
                                    0–10
                                    %
                          Problem   0.6
                          Rep talk  (70%)
                        """);
    }

    @Test
    void chineseNamesKeepTheColumnsInLine() throws JsonProcessingException {
        assertThat(
                        table(
                                """
                                {"rows":[{"id":"1","label":"李婷"},{"id":"2","label":"Anna"}],
                                 "columns":[{"id":"a","label":"倾听"}],
                                 "cells":[{"row":"1","column":"a","value":80,"n":5},
                                          {"row":"2","column":"a","value":70,"n":5}]}"""))
                .isEqualToIgnoringNewLines(
                        """
                                倾听
                          李婷  80
                          Anna  70
                        """);
    }

    private static String table(String json) throws JsonProcessingException {
        return HeatmapTable.of(Json.mapper().readTree(json));
    }
}
