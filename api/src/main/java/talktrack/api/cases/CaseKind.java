package talktrack.api.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import talktrack.api.mining.BlankedText;
import talktrack.api.sheets.Sheet;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Row;
import talktrack.api.versions.Kind;
import talktrack.models.events.CaseStory;
import talktrack.models.events.SourceMoment;

/** Cases, for the library. */
final class CaseKind implements Kind<CaseStory> {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("title", "标题", Sheet.Kind.TITLE),
                    new Column("id", "编号", Sheet.Kind.SHORT),
                    new Column("version", "版本", Sheet.Kind.SHORT),
                    new Column("status", "状态", Sheet.Kind.SHORT),
                    new Column("language", "语言", Sheet.Kind.SHORT),
                    new Column("industry", "行业", Sheet.Kind.SHORT),
                    new Column("document", "文档", Sheet.Kind.SHORT),
                    new Column("example", "示例", Sheet.Kind.SHORT),
                    new Column("author", "作者", Sheet.Kind.SHORT),
                    new Column("note", "说明", Sheet.Kind.SHORT),
                    new Column("customer", "客户背景", Sheet.Kind.LONG),
                    new Column("decisionChain", "决策链", Sheet.Kind.LONG),
                    new Column("problem", "问题", Sheet.Kind.LONG),
                    new Column("valueShown", "展示的价值", Sheet.Kind.LONG),
                    new Column("outcome", "结果", Sheet.Kind.LONG),
                    new Column("sources", "来源", Sheet.Kind.LIST));

    @Override
    public String what() {
        return "case";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, String> cells(CaseStory story) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("title", story.title());
        cells.put("customer", story.customer());
        cells.put("industry", story.industry());
        cells.put("decisionChain", story.decisionChain());
        cells.put("problem", story.problem());
        cells.put("valueShown", story.valueShown());
        cells.put("outcome", story.outcome());
        cells.put(
                "sources",
                story.sources().stream()
                        .map(SourceMoment::utteranceId)
                        .collect(Collectors.joining("\n")));
        cells.put("document", story.document());
        cells.put("example", story.example() ? "yes" : "");
        cells.put("language", story.language().id());
        cells.put("status", story.status().id());
        return cells;
    }

    @Override
    public CaseStory stamped(CaseStory of, Stamp stamp) {
        return new CaseStory(
                of.id(),
                of.language(),
                of.title(),
                of.customer(),
                of.industry(),
                of.decisionChain(),
                of.problem(),
                of.valueShown(),
                of.outcome(),
                of.sources(),
                of.document(),
                of.example(),
                stamp.status(),
                stamp.version(),
                stamp.author(),
                Optional.of(stamp.at()),
                stamp.note(),
                of.minedFrom(),
                of.proofs());
    }

    /** An example stays one: only a case of its own can become a real one. */
    @Override
    public CaseStory of(Row row, String id, Optional<CaseStory> there) {
        return edit(row)
                .as(
                        id,
                        there,
                        there.map(CaseStory::example).orElse(!row.cell("example").isEmpty()));
    }

    private static CaseEdit edit(Row row) {
        return new CaseEdit(
                row.cell("language"),
                row.cell("title"),
                row.cell("customer"),
                row.cell("industry"),
                row.cell("decisionChain"),
                row.cell("problem"),
                row.cell("valueShown"),
                row.cell("outcome"),
                row.list("sources"),
                row.cell("document"),
                "",
                "",
                OptionalInt.empty(),
                false);
    }

    /** Nobody may tell a customer of a case that never was. */
    @Override
    public void checkApproval(CaseStory story) {
        if (story.example()) {
            throw new IllegalArgumentException(
                    "it is an invented example; write a case of your own instead");
        }
        if (story.sources().isEmpty() && story.document().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing proves it; name a line of a call or a document as its source");
        }
        if (story.minedFrom().isPresent()) {
            List<String> blanks =
                    cells(story).values().stream()
                            .flatMap(text -> BlankedText.BLANK.matcher(text).results())
                            .map(MatchResult::group)
                            .distinct()
                            .toList();
            if (!blanks.isEmpty()) {
                throw new IllegalArgumentException(
                        "blanks are left; fill them in or take them out: "
                                + String.join(" ", blanks));
            }
        }
    }
}
