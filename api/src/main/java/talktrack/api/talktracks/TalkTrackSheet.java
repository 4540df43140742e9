package talktrack.api.talktracks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Kind;
import talktrack.api.sheets.Sheet.Row;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;

/** Talk tracks as rows of a file. */
final class TalkTrackSheet {

    static final List<Column> COLUMNS =
            List.of(
                    new Column("title", "标题", Kind.TITLE),
                    new Column("id", "编号", Kind.SHORT),
                    new Column("version", "版本", Kind.SHORT),
                    new Column("status", "状态", Kind.SHORT),
                    new Column("language", "语言", Kind.SHORT),
                    new Column("objection", "异议", Kind.SHORT),
                    new Column("question", "问题类型", Kind.SHORT),
                    new Column("phase", "阶段", Kind.SHORT),
                    new Column("product", "产品", Kind.SHORT),
                    new Column("industry", "行业", Kind.SHORT),
                    new Column("general", "通用", Kind.SHORT),
                    new Column("author", "作者", Kind.SHORT),
                    new Column("note", "说明", Kind.SHORT),
                    new Column("text", "话术", Kind.LONG),
                    new Column("nextQuestion", "接着问", Kind.LONG),
                    new Column("why", "为什么有效", Kind.LONG),
                    new Column("keywords", "客户怎么说", Kind.LIST));

    private TalkTrackSheet() {}

    /** What a person compares between two versions, by column. */
    static Map<String, String> cells(TalkTrack track) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("title", track.title());
        cells.put("text", track.text());
        cells.put("nextQuestion", track.nextQuestion());
        cells.put("why", track.why());
        cells.put("keywords", String.join("\n", track.keywords()));
        TalkTrack.Situation situation = track.situation();
        cells.put("objection", situation.objection().map(Label::id).orElse(""));
        cells.put("question", situation.questionType().map(Label::id).orElse(""));
        cells.put("phase", situation.phase().map(Label::id).orElse(""));
        cells.put("product", situation.product());
        cells.put("industry", situation.industry());
        cells.put("general", situation.general() ? "yes" : "");
        cells.put("language", track.language().id());
        cells.put("status", track.status().id());
        return cells;
    }

    static TalkTrackEdit edit(Row row) {
        return new TalkTrackEdit(
                row.cell("language"),
                row.cell("objection"),
                row.cell("question"),
                row.cell("phase"),
                row.cell("product"),
                row.cell("industry"),
                List.of("yes", "true", "是").contains(row.cell("general")),
                row.cell("title"),
                row.cell("text"),
                row.cell("nextQuestion"),
                row.cell("why"),
                row.list("keywords"),
                "",
                "",
                OptionalInt.empty(),
                false);
    }
}
