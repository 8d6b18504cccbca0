package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.plot.game.GamePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlotCommandTest extends GameFileRun {

    private String game = "";

    @BeforeEach
    void write() throws IOException {
        game = file("game.yaml", "mechanism: second_price\nbidders: 2\nvalues: [0, 1]\n");
    }

    @Test
    void solveDrawsEveryPictureThatMakesSense() throws IOException {
        assertThat(run("solve", game, "--plot", path("plot.svg"))).isZero();
        assertThat(Files.readString(folder.resolve("plot.svg")))
                .contains("Bid functions", "Virtual values", "monopoly price", "Interim payoff", "Payoff equivalence")
                .contains("Revelation principle", "game: second_price; 2 × bidder, uniform on [0, 1]")
                .doesNotContain("Trade region");
        assertThat(out.toString()).contains("equilibrium");
        assertThat(list()).containsExactlyInAnyOrder("game.yaml", "plot.svg");
    }

    @Test
    void solveDrawsOnlyWhatIsAskedFor() throws IOException {
        assertThat(run("solve", game, "--json", "--plot", path("plot.svg"), "--picture", "bids,demand"))
                .isZero();
        assertThat(Files.readString(folder.resolve("plot.svg")))
                .contains("Bid functions", "monopoly price")
                .doesNotContain("Virtual values");
        assertThat(out.toString()).startsWith("{\"games\"");
    }

    @Test
    void solveDrawsAllGamesOfAPlan() throws IOException {
        String plan = file("plan.yaml", """
            envelope: 1
            treatments:
              one: {mechanism: second_price, bidders: 2, values: [0, 100]}
              two: {mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1]}
            """);
        assertThat(run("solve", plan, "--plot", path("plot.svg"), "--picture", "bids,trade"))
                .isZero();
        assertThat(Files.readString(folder.resolve("plot.svg")))
                .contains("one: second_price", "two: k_double_auction", "Trade region");
    }

    @Test
    void solveDrawsWhatNeedsNoEquilibrium() throws IOException {
        String unsolved = file("unsolved.yaml", """
            mechanism: third_price
            bidders:
              - {name: strong, values: [0, 100]}
              - {name: late, values: [20, 70]}
              - {name: weak, values: [10, 60]}
            """);
        assertThat(run("solve", unsolved, "--plot", path("plot.svg"))).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("plot.svg")))
                .contains("Virtual values")
                .doesNotContain("Bid functions");
    }

    @Test
    void aPngIsAnImage() throws IOException {
        assertThat(run("solve", game, "--plot", path("plot.png"), "--picture", "bids"))
                .isZero();
        assertThat(ImageIO.read(folder.resolve("plot.png").toFile()).getWidth()).isGreaterThan(500);
    }

    @Test
    void auditDrawsRegretWithItsWitness() throws IOException {
        String first = file("first.yaml", "mechanism: first_price\nbidders: 2\nvalues: [0, 1]\n");
        assertThat(run("audit", first, "--truth", "--plot", path("plot.svg"))).isZero();
        assertThat(Files.readString(folder.resolve("plot.svg")))
                .contains("type 1 gains 0.25", "sends 1", "better: 0.5");
    }

    @Test
    void clearDrawsSupplyAndDemand() throws IOException {
        assertThat(run("clear", game, file("bids.yaml", "[0.25, 0.75]"), "--plot", path("plot.svg")))
                .isZero();
        assertThat(Files.readString(folder.resolve("plot.svg"))).contains("demand", "price 0.25", "traded: 1");
        assertThat(run("clear", game, file("none.yaml", "[abstain, abstain]"), "--plot", path("none.svg")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.yaml: nothing to draw (expected: bids, asks");
        assertThat(list()).doesNotContain("none.svg");
    }

    @Test
    void anUnknownEndingIsWrongUsage() throws IOException {
        assertThat(run("solve", game, "--plot", path("plot.gif"))).isEqualTo(2);
        assertThat(err.toString()).contains("plot.gif (expected: a name that ends in .svg or .png)");
        assertThat(out.toString()).isEmpty();
        assertThat(list()).containsExactly("game.yaml");
    }

    @Test
    void aChoiceOfPicturesNeedsAFile() {
        assertThat(run("solve", game, "--picture", "bids")).isEqualTo(2);
        assertThat(err.toString()).contains("--picture: [bids] (expected: together with --plot FILE)");
        assertThat(run("solve", game, "--plot", path("plot.svg"), "--picture", "bid"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--picture", "'bid'", "VIRTUAL");
    }

    @Test
    void aGameWithoutSuchAPictureIsNamed() throws IOException {
        assertThat(run("solve", game, "--plot", path("plot.svg"), "--picture", "trade"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("game.yaml: nothing to draw of [trade] (expected:");
        assertThat(list()).containsExactly("game.yaml");
    }

    @Test
    void noPayoffIsDrawnWithoutTheLossThatIsNotOfTheOwnType() throws IOException {
        String licence =
                "{mechanism: {type: licence_with_externality, alpha: 0.5, loss: %s}, bidders: 3, values: [0, 1]}";
        for (String loss : List.of("constant", "winners_value")) {
            String firms = file("licence.yaml", licence.formatted(loss));
            assertThat(run("solve", firms, "--plot", path("plot.svg"), "--picture", "payoff"))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("licence.yaml: nothing to draw of [payoff]");
    }

    @Test
    void theBuyerWhoseAnswersAreDrawnIsNamed() throws IOException {
        String offers = file("offers.yaml", "{mechanism: sequential_offers, bidders: 3, values: [0, 1]}");
        assertThat(run("solve", offers, "--plot", path("plot.svg"), "--picture", "bids"))
                .isZero();
        assertThat(Files.readString(folder.resolve("plot.svg"))).contains("bidder 1");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        String lost = folder.resolve("none").resolve("plot.svg").toString();
        assertThat(run("solve", game, "--plot", lost, "--picture", "bids")).isEqualTo(1);
        assertThat(err.toString()).contains("--plot: cannot write " + lost + ": no such folder");
        Files.createDirectories(folder.resolve("dir.svg").resolve("full"));
        assertThat(run("solve", game, "--plot", path("dir.svg"), "--picture", "bids"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("dir.svg: ");
        assertThat(list()).containsExactlyInAnyOrder("game.yaml", "dir.svg");
    }

    @Test
    void theHelpNamesEveryPicture() {
        assertThat(run("solve", "--help")).isZero();
        for (GamePicture picture : GamePicture.values()) {
            assertThat(out.toString()).contains(picture.plotName() + ": " + picture.shows());
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
