package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.BlockCases;
import java.util.List;

/** Every family of cases that can be evaluated. */
public final class ReferenceBlocks {

    /** One entry per family; a block belongs to one of them. */
    public static final List<BlockCases> ALL = List.of(
            new AuctionCases(),
            new SellerCases(),
            new EfficientCases(),
            new PartnershipCases(),
            new LicenceCases(),
            new MultiUnitCases(),
            new PackageCases(),
            new LocalGlobalCases(),
            new CallMarketCases(),
            new CallEquilibriumCases(),
            new CallInstanceCases(),
            new BilateralCases(),
            new VerifierCases());

    private ReferenceBlocks() {}
}
