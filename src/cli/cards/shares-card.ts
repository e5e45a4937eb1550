/** The deals and the arithmetic behind an entity's shares, as lines for people. */
import type { PairPart, ShareExplanation } from "../../metrics/explain-shares.js";
import { interval } from "../metrics-columns.js";
import { percent, usd } from "../words.js";
import type { Card } from "./card.js";

export function sharesText(shares: ShareExplanation, nameOf: (id: string) => string): Card {
  const { pays, paidBy, supplied, buyers, roundTrip, leftOut } = shares;
  const deals = (part: PairPart) =>
    part.deals.map(({ id, usd: amount }) => `${id} ${usd(amount)}`).join(", ");
  const paidIn =
    shares.outsideIncomeUsd === 0
      ? `${usd(shares.inflowUsd)} paid in`
      : `${usd(shares.inflowUsd)} paid in with ${usd(shares.outsideIncomeUsd)} from outside`;
  const vendorUsd = buyers.reduce((sum, buyer) => sum + buyer.vendorUsd, 0);
  return {
    title: `${nameOf(shares.id)} (${shares.id}), basis ${shares.basis}`,
    sections: [
      {
        heading: null,
        rows: [
          [
            "handles",
            `${usd(shares.throughflowUsd)}: the larger of ${paidIn} and ${usd(shares.outflowUsd)} paid out`,
          ],
          ["comes back", `${percent(shares.cyclingShare)}: the sum of the parts below`],
          ["round trip", `${interval(roundTrip)} of ${usd(roundTrip.recordedUsd)} of recorded sales`],
          ...(roundTrip.revenueCoverage === null
            ? []
            : [
                [
                  "reported revenue",
                  `recorded sales are ${percent(roundTrip.revenueCoverage)} of it, the pro-rata amount ${percent(roundTrip.ofRevenue)}`,
                ],
              ]),
        ],
      },
      {
        heading: "pays: part of all it handles × part that comes back = part of the share",
        rows: pays.map((part) => [
          nameOf(part.id),
          usd(part.usd),
          `${percent(part.paidShare)} × ${percent(part.returnShare)} = ${percent(part.part)}`,
          deals(part),
        ]),
      },
      {
        heading: "is paid by",
        rows: paidBy.map((part) => [nameOf(part.id), usd(part.usd), "", deals(part)]),
      },
      {
        heading: "round trip: capital it supplied",
        rows: supplied.map((part) => [nameOf(part.id), usd(part.usd), "", deals(part)]),
      },
      {
        heading: `round trip: purchases × part of the buyer's funding that came from it = ${usd(vendorUsd)}`,
        rows: buyers.map((buyer) => [
          nameOf(buyer.id),
          usd(buyer.usd),
          `× ${percent(buyer.vendorShare)} (directly ${percent(buyer.directShare)}) = ${usd(buyer.vendorUsd)}`,
          deals(buyer),
        ]),
      },
      { heading: "does not count", rows: leftOut.map(({ flow, reason }) => [flow, reason]) },
    ],
  };
}
