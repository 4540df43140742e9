package talktrack.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The walls between modules and stages (docs/architecture.md). */
@AnalyzeClasses(
        packages = "talktrack",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            WallsTest.DoNotIncludeTestJars.class
        })
class WallsTest {

    /** The fixtures of {@code models} come as a jar, which ArchUnit does not take for tests. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule models_depend_on_nothing_of_ours =
            noClasses()
                    .that()
                    .resideInAPackage("talktrack.models..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "talktrack.ingest..", "talktrack.analysis..", "talktrack.api..")
                    .because("they are what the stages speak through");

    @ArchTest
    static final ArchRule ingest_knows_only_models =
            noClasses()
                    .that()
                    .resideInAPackage("talktrack.ingest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("talktrack.analysis..", "talktrack.api..")
                    .because("stages speak through events");

    @ArchTest
    static final ArchRule analysis_knows_only_models =
            noClasses()
                    .that()
                    .resideInAPackage("talktrack.analysis..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("talktrack.ingest..", "talktrack.api..")
                    .because("stages speak through events");

    @ArchTest
    static final ArchRule scoring_knows_no_kafka =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "talktrack.analysis.score..",
                            "talktrack.analysis.call..",
                            "talktrack.analysis.advice..",
                            "talktrack.analysis.summary..",
                            "talktrack.analysis.train..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "java.net..")
                    .because("scorers are tested without a broker");

    @ArchTest
    static final ArchRule only_the_api_knows_the_index_and_chat_models =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("talktrack.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("co.elastic..", "dev.langchain4j.model.chat..")
                    .because("no topology blocks on either");

    @ArchTest
    static final ArchRule only_standalone_knows_the_broker =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("talktrack.api.standalone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("kafka.server..", "org.apache.kafka.metadata..")
                    .because("elsewhere Kafka is a service, embedded or not");

    @ArchTest
    static final ArchRule nobody_prints_but_the_command_line =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "talktrack.models..", "talktrack.ingest..", "talktrack.api..")
                    .and()
                    .resideOutsideOfPackages("talktrack.api.cli..", "talktrack.ingest.decode..")
                    .should()
                    .accessField(System.class, "out")
                    .because("standard output is the command line's answer");

    @ArchTest
    static final ArchRule stages_have_no_cycles =
            SlicesRuleDefinition.slices()
                    .matching("talktrack.(models|ingest|analysis).(*)..")
                    .should()
                    .beFreeOfCycles();

    @ArchTest
    static final ArchRule doors_have_no_cycles =
            SlicesRuleDefinition.slices()
                    .matching("talktrack.api.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("only `standalone` knows all of them and puts them together");
}
