package dev.envelope.lab.reference;

import dev.envelope.lab.reference.callmarket.CallEquilibriumCases;
import dev.envelope.lab.reference.callmarket.CallInstanceCases;
import dev.envelope.lab.reference.callmarket.CallMarketCases;
import dev.envelope.lab.reference.efficient.EfficientCases;
import dev.envelope.lab.reference.efficient.LicenceCases;
import dev.envelope.lab.reference.efficient.PartnershipCases;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.sale.AuctionCases;
import dev.envelope.lab.reference.sale.SellerCases;
import dev.envelope.lab.reference.trade.BilateralCases;
import dev.envelope.lab.reference.units.LocalGlobalCases;
import dev.envelope.lab.reference.units.MultiUnitCases;
import dev.envelope.lab.reference.units.PackageCases;
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
