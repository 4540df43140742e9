package talktrack.elasticsearch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * Chinese, Japanese and Korean as overlapping pairs of characters, under the name that a full
 * Elasticsearch gives it.
 */
@NamedComponent("cjk")
public final class CjkAnalyzerFactory implements AnalyzerFactory {

    @Override
    public String name() {
        return "cjk";
    }

    @Override
    public Analyzer create() {
        return new CJKAnalyzer();
    }
}
