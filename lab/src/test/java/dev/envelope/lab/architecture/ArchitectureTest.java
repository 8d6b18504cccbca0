package dev.envelope.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.envelope");

    /** Each rule with classes of the tests that break it. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("arrows", ArchitectureRules.ARROWS, "dev.envelope.theory.broken.arrow"),
                Arguments.of("protobuf", ArchitectureRules.PROTOBUF, "dev.envelope.game.broken"),
                Arguments.of("netty", ArchitectureRules.NETTY, "dev.envelope.game.broken"),
                Arguments.of("clock", ArchitectureRules.NO_CLOCK, "dev.envelope.game.broken"),
                Arguments.of("randomness", ArchitectureRules.NO_RANDOMNESS, "dev.envelope.game.broken"),
                Arguments.of("input and output", ArchitectureRules.NO_INPUT_OR_OUTPUT, "dev.envelope.game.broken"),
                Arguments.of("strict math", ArchitectureRules.STRICT_MATH, "dev.envelope.game.broken"),
                Arguments.of("sealed state", ArchitectureRules.SEALED_STATE, "dev.envelope.game.broken"),
                Arguments.of("cycles", ArchitectureRules.NO_CYCLES, "dev.envelope.theory.broken"),
                Arguments.of("names", ArchitectureRules.NAMES, "dev.envelope.game.broken"),
                Arguments.of("null-marked", ArchitectureRules.NULL_MARKED, "dev.envelope.game.broken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void programKeepsTheRule(String name, ArchRule rule, String broken) {
        rule.check(PROGRAM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleFindsTheClassThatBreaksIt(String name, ArchRule rule, String broken) {
        JavaClasses classes = new ClassFileImporter().importPackages(broken, "dev.envelope.game.message");

        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyModuleIsSeen() {
        for (String module : new String[] {"theory", "game", "server", "lab"}) {
            assertThat(PROGRAM.stream().map(JavaClass::getPackageName))
                    .anyMatch(name -> name.startsWith("dev.envelope." + module));
        }
    }
}
