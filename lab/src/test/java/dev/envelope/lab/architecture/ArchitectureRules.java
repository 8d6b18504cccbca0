package dev.envelope.lab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.envelope.game.session.state.RequestMemory;
import dev.envelope.game.session.state.RoundState;
import dev.envelope.game.session.state.SeatState;
import dev.envelope.game.session.state.SeatVector;
import dev.envelope.game.session.state.Seating;
import java.util.Set;
import java.util.SplittableRandom;

/** The rules of docs/architecture.md as ArchUnit rules. */
final class ArchitectureRules {
    private static final String[] PURE = {"dev.envelope.theory..", "dev.envelope.game.."};

    private static final Set<String> GENERATORS = Set.of(
            "java.util.Random",
            "java.util.UUID",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> HARMLESS_IO = Set.of("java.io.Serializable", "java.io.ObjectStreamException");

    /** A module depends on those its row of the table names, and on no other. */
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("theory")
            .definedBy("dev.envelope.theory..")
            .layer("game")
            .definedBy("dev.envelope.game..")
            .layer("proto")
            .definedBy("dev.envelope.proto..")
            .layer("client-sdk")
            .definedBy("dev.envelope.client..", "dev.envelope.sdk..")
            .layer("server")
            .definedBy("dev.envelope.server..")
            .layer("bots")
            .definedBy("dev.envelope.bots..")
            .layer("lab")
            .definedBy("dev.envelope.lab..")
            .whereLayer("theory")
            .mayNotAccessAnyLayer()
            .whereLayer("game")
            .mayOnlyAccessLayers("theory")
            .whereLayer("proto")
            .mayNotAccessAnyLayer()
            .whereLayer("client-sdk")
            .mayOnlyAccessLayers("game", "proto", "theory")
            .whereLayer("server")
            .mayOnlyAccessLayers("game", "proto", "theory")
            .whereLayer("bots")
            .mayOnlyAccessLayers("game", "client-sdk", "theory")
            .whereLayer("lab")
            .mayNotBeAccessedByAnyLayer();

    /** Protobuf stays where the wire and the journal are translated. */
    static final ArchRule PROTOBUF = noClasses()
            .that()
            .resideOutsideOfPackages("..wire..", "..journal..", "dev.envelope.proto..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "dev.envelope.proto.v1..");

    /** Netty stays in the network packages. */
    static final ArchRule NETTY = noClasses()
            .that()
            .resideOutsideOfPackage("..net..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    /** The rules of a game know no clock. */
    static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(target(owner(JavaClass.Predicates.type(System.class)))
                    .and(target(nameMatching("currentTimeMillis|nanoTime"))))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.time..");

    /** The rules of a game own no randomness. */
    static final ArchRule NO_RANDOMNESS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(describe("are generators", type -> GENERATORS.contains(type.getName())))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random")
            .orShould()
            .callConstructor(SplittableRandom.class);

    /** The rules of a game read and write nothing. */
    static final ArchRule NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                    .or(describe(
                            "are of java.io, but for what every exception and serialisable type names",
                            type -> type.getPackageName().startsWith("java.io")
                                    && !HARMLESS_IO.contains(type.getName()))));

    /** Only StrictMath gives the same bits on every machine. */
    static final ArchRule STRICT_MATH = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(target(owner(JavaClass.Predicates.type(Math.class)))
                    .and(target(nameMatching("sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p"
                            + "|pow|cbrt|hypot"))));

    /** What is sealed in a seat is for the session's rules only: others ask for a seat's view. */
    static final ArchRule SEALED_STATE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.envelope.game.session..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SeatState.class, SeatVector.class, Seating.class, RoundState.class, RequestMemory.class);

    /** No package needs, by any way round, itself. */
    static final ArchRule NO_CYCLES =
            slices().matching("dev.envelope.(**)").should().beFreeOfCycles();

    /** Classes are named for what they are. */
    static final ArchRule NAMES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.envelope.proto.v1..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)($|\\$.*)");

    /** Every package says what it is and that it knows no null. */
    static final ArchRule NULL_MARKED =
            classes().that().resideOutsideOfPackage("dev.envelope.proto.v1..").should(new LiveInNullMarkedPackage());

    private ArchitectureRules() {}
}
