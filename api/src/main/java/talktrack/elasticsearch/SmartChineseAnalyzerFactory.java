package talktrack.elasticsearch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** Chinese cut into words, under the name that the official plugin analysis-smartcn gives it. */
@NamedComponent("smartcn")
public final class SmartChineseAnalyzerFactory implements AnalyzerFactory {

    @Override
    public String name() {
        return "smartcn";
    }

    @Override
    public Analyzer create() {
        return new SmartChineseAnalyzer();
    }
}
