package dev.envelope.server.wire.message;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.PackageBids;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import dev.envelope.proto.v1.PackageBid;
import java.util.ArrayList;
import java.util.List;

/** What seats submit, to protobuf and back; the same on the wire and in the journal. */
public final class MessageCodec {

    private MessageCodec() {}

    /** The protobuf form of {@code message}. */
    public static dev.envelope.proto.v1.Message encode(Message message) {
        dev.envelope.proto.v1.Message.Builder builder = dev.envelope.proto.v1.Message.newBuilder();
        switch (message.kind()) {
            case ABSTAIN -> builder.setAbstain(dev.envelope.proto.v1.Abstain.getDefaultInstance());
            case AMOUNT -> builder.getAmountBuilder().setTicks(((Amount) message).ticks());
            case DEMAND_SCHEDULE ->
                builder.getDemandScheduleBuilder().addAllMarginalTicks(((DemandSchedule) message).marginalTicks());
            case PACKAGE_BIDS -> builder.setPackageBids(encodePackages((PackageBids) message));
            case REPORT -> builder.getReportBuilder().addAllTicks(((Report) message).ticks());
            case RESPONSE -> builder.getResponseBuilder().setAccepted(((Response) message).accepted());
        }
        return builder.build();
    }

    private static dev.envelope.proto.v1.PackageBids encodePackages(PackageBids message) {
        dev.envelope.proto.v1.PackageBids.Builder builder = dev.envelope.proto.v1.PackageBids.newBuilder();
        for (PackageBids.PackageBid bid : message.bids()) {
            builder.addBids(PackageBid.newBuilder().addAllItems(bid.items()).setTicks(bid.ticks()));
        }
        return builder.build();
    }

    /**
     * The message in {@code message}.
     *
     * @throws IllegalArgumentException saying what is missing, when it is none
     */
    public static Message decode(dev.envelope.proto.v1.Message message) {
        return switch (message.getKindCase()) {
            case ABSTAIN -> new Abstain();
            case AMOUNT -> decodeAmount(message.getAmount());
            case DEMAND_SCHEDULE ->
                new DemandSchedule(message.getDemandSchedule().getMarginalTicksList());
            case PACKAGE_BIDS -> decodePackages(message.getPackageBids());
            case REPORT -> new Report(message.getReport().getTicksList());
            case RESPONSE -> decodeResponse(message.getResponse());
            case KIND_NOT_SET -> throw new IllegalArgumentException("message: none (expected: one of the kinds)");
        };
    }

    private static Amount decodeAmount(dev.envelope.proto.v1.Amount amount) {
        require(amount.hasTicks(), "an amount without ticks", "a whole number; a bid of 0 says 0");
        return new Amount(amount.getTicks());
    }

    private static Response decodeResponse(dev.envelope.proto.v1.Response response) {
        require(response.hasAccepted(), "a response without accepted", "true or false");
        return new Response(response.getAccepted());
    }

    private static PackageBids decodePackages(dev.envelope.proto.v1.PackageBids message) {
        List<PackageBids.PackageBid> bids = new ArrayList<>();
        for (PackageBid bid : message.getBidsList()) {
            require(bid.hasTicks(), "bid " + (bids.size() + 1) + " of packages without ticks", "a whole number");
            bids.add(new PackageBids.PackageBid(bid.getItemsList(), bid.getTicks()));
        }
        return new PackageBids(bids);
    }

    private static void require(boolean given, String found, String expected) {
        if (!given) {
            throw new IllegalArgumentException(found + " (expected: " + expected + ")");
        }
    }
}
