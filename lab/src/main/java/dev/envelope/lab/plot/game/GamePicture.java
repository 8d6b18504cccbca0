package dev.envelope.lab.plot.game;

import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.plot.Picture;
import java.util.List;
import java.util.Locale;

/** The kinds of pictures of a game and its equilibrium, in the order in which they are shown. */
public enum GamePicture {
    /** What each type bids. */
    BIDS("bid functions with the 45° line"),
    /** Who trades with whom. */
    TRADE("which values and costs trade, and which should"),
    /** What bidders are worth to a seller. */
    VIRTUAL("virtual values, reserves and what a winner pays"),
    /** A bidder as a market. */
    DEMAND("demand, marginal revenue and the monopoly price"),
    /** What each type expects. */
    PAYOFF("interim payoff as the upper envelope of lines"),
    /** Payoff equivalence. */
    PAYMENTS("expected payments of equivalent auctions"),
    /** The revelation principle. */
    REVELATION("types to bids to outcome, and directly");

    private final String shows;

    GamePicture(String shows) {
        this.shows = shows;
    }

    /** Its name on the command line. */
    public String plotName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link #plotName}. */
    @Override
    public String toString() {
        return plotName();
    }

    /** What it shows, in a few words. */
    public String shows() {
        return shows;
    }

    /** The pictures of this kind of {@code solved}: none where it makes no sense, and one per kind of bidder where they differ. */
    public List<Picture> of(SolvedGame solved) {
        return this == BIDS
                ? BidFunctions.of(solved)
                : PlottedGame.of(solved).map(this::of).orElse(List.of());
    }

    private List<Picture> of(PlottedGame game) {
        return switch (this) {
            case BIDS -> List.of();
            case TRADE -> TradeRegion.of(game);
            case VIRTUAL -> VirtualValues.of(game);
            case DEMAND -> MonopolyPrice.of(game);
            case PAYOFF -> PayoffEnvelope.of(game);
            case PAYMENTS -> EqualPayments.of(game);
            case REVELATION -> Revelation.of(game);
        };
    }
}
