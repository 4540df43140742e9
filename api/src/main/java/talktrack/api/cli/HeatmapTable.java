package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A heatmap as a table in the terminal: mean score (or rate) and trend, and in brackets where fewer
 * than three calls make it uncertain.
 */
final class HeatmapTable {

    private HeatmapTable() {}

    static String of(JsonNode heatmap) {
        Map<String, JsonNode> cells = new HashMap<>();
        for (JsonNode cell : heatmap.path("cells")) {
            cells.put(cell.path("row").asText() + "\n" + cell.path("column").asText(), cell);
        }
        JsonNode columns = heatmap.path("columns");
        String[] header = new String[columns.size() + 1];
        header[0] = "";
        for (int i = 0; i < columns.size(); i++) {
            // A word a line keeps the columns narrow enough for a usual window.
            header[i + 1] = columns.get(i).path("label").asText().replace(' ', '\n');
        }
        TextTable table = new TextTable(header);
        for (JsonNode row : heatmap.path("rows")) {
            String[] line = new String[header.length];
            line[0] = row.path("label").asText();
            for (int i = 0; i < columns.size(); i++) {
                line[i + 1] =
                        value(
                                cells.get(
                                        row.path("id").asText()
                                                + "\n"
                                                + columns.get(i).path("id").asText()),
                                row.path("unit").asText());
            }
            table.row(line);
        }
        return table.toString();
    }

    private static String value(JsonNode cell, String unit) {
        if (cell == null || cell.path("n").asInt() == 0) {
            return "–";
        }
        double value = cell.path("value").asDouble();
        String figure =
                switch (unit) {
                    case "share" -> Math.round(100 * value) + "%";
                    case "per-call" -> String.format(Locale.ROOT, "%.1f", value);
                    default -> String.valueOf(Math.round(value));
                };
        if (cell.path("n").asInt() < 3) {
            return "(" + figure + ")";
        }
        return figure
                + switch (cell.path("trend").asText()) {
                    case "up" -> " ↗";
                    case "down" -> " ↘";
                    default -> "";
                };
    }
}
