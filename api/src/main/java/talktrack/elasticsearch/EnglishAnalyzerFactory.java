package talktrack.elasticsearch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** English words reduced to their stems, under the name that a full Elasticsearch gives it. */
@NamedComponent("english")
public final class EnglishAnalyzerFactory implements AnalyzerFactory {

    @Override
    public String name() {
        return "english";
    }

    @Override
    public Analyzer create() {
        return new EnglishAnalyzer();
    }
}
