import dev.envelope.client.*;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.message.Amount;
import dev.envelope.game.strategy.Strategy;

/** Bids three quarters of its value: {@code java ShadingBot 127.0.0.1:7777 KWXRT}, with the SDK on the class path. */
public class ShadingBot {
    public static void main(String[] arguments) {
        Strategy shade = (view, random) -> new Amount(view.valueTicks() * 3 / 4);
        SeatClient seat = SeatClient.join(Endpoint.parse(arguments[0]), JoinRequest.program(arguments[1], "Shading bot"))
                .toCompletableFuture().join();
        PlayReport report = StrategyRunner.start(seat, shade, 1).whenFinished().toCompletableFuture().join();
        System.out.println("total: " + report.totalPoints() + " points");
        seat.close();
    }
}
