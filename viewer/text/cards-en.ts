/** The words of the cards, in English. */
import { SENTENCE_EN } from "../../src/loops/words/en.js";
import { day, plural } from "../format.js";
import { SHORT_KINDS } from "./deal-words.js";
import type { SaidDeal } from "./said.js";

export const cardsEn = {
  card: {
    close: "Close",
    previous: "Previous loop",
    next: "Next loop",
    copyLink: "Copy link",
    image: "Image",
    whatIf: "What if a leg fails",
    copied: "Link copied",
    copyFailed: "Copy the link from the address bar",
    notInView: "Not in the picture as it stands: the day or the filters hide it.",
    showIt: "Show it",
    unknown: {
      loop: "No such loop",
      path: "No such path",
      entity: "No such entity",
      deal: "No such deal",
      place: "No such place",
    },
    unknownText: "The link may be from another version of the facts.",
    more: (count: number) => `${count} more`,
    loading: "Reading the sources…",
    loadingFailed: (fault: string) => `The sources could not be read (${fault}).`,
    again: "Try again",
    /** Said before what the facts have in English alone. */
    inEnglish: "",
  },

  loop: {
    rank: (rank: number, count: number, legs: number) => `Loop ${rank} of ${count} · ${plural(legs, "leg")}`,
    noRank: (legs: number) => `Loop · ${plural(legs, "leg")}`,
    sentence: SENTENCE_EN,
    figures: {
      atMost: "at most, all the way round",
      unknown: "Unknown",
      noAmount: "no leg states an amount",
      weakest: "its weakest leg",
      closed: "when it closed",
    },
    legs: "Legs",
    kind: SHORT_KINDS,
    when: "When each leg came",
    years: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    caveat: {
      bound: "The smallest leg bounds what can have gone round; nothing says that it did.",
      undisclosed: (count: number) =>
        `${count === 1 ? "One leg states" : `${count} legs state`} no amount, so the true bound may be smaller.`,
      contingent: "A guarantee is paid only if something happens; its amount counts in no sum.",
      order: {
        certain: "The legs came one after the other, in the order in which money could go round.",
        possible: "The known dates leave it open whether the legs came in the order of a round.",
        impossible: "By their dates the legs did not come in the order of one round.",
        unknown: "",
      },
    },
    label: "Loop",
  },

  entity: {
    label: "Entity",
    aliases: "Also",
    ticker: "Ticker",
    country: "Country",
    parent: "Part of",
    pays: "Pays",
    paid: "Is paid",
    otherDeals: "Deals without a payment of its own",
    said: "What it said",
    saidOf: "What others said of it",
    strongest: (amount: string) => `strongest: ${amount}`,
    total: (usd: string | null, undisclosed: number) =>
      [usd === null ? "" : `${usd} as stated`, undisclosed === 0 ? "" : `${undisclosed} undisclosed`]
        .filter((part) => part !== "")
        .join(", "),
    otherCount: (count: number) => ` and ${plural(count, "other deal")}`,
    since: (from: string | null, to: string | null) =>
      from === null
        ? to === null
          ? ""
          : `until ${day(to)}`
        : to === null
          ? `since ${day(from)}`
          : `${day(from)} to ${day(to)}`,
  },

  deal: {
    label: "Deal",
    title: ({ title }: SaidDeal) => title,
    /** Parties that are no single entity; another is called by the words on file, or by none. */
    unnamed: {} as Readonly<Record<string, string>>,
    unnamedOther: null as string | null,
    classes: { fin: "finance", ops: "operations", pwr: "power", cont: "contingent" },
    noFlow: "no payment of its own",
    qualifiers: {
      exact: "as stated",
      about: "about",
      up_to: "up to",
      at_least: "at least",
      reported: "as reported",
    },
    prefix: { exact: "", about: "about ", up_to: "up to ", at_least: "at least ", reported: "" },
    bases: { total: "", annual: "a year", valuation: "a price put on the whole" },
    converted: (amount: string) => `about ${amount}`,
    parties: "Parties",
    roles: {
      investor: "investor",
      investee: "investee",
      acquirer: "acquirer",
      target: "target",
      sponsor: "sponsor",
      lender: "lender",
      borrower: "borrower",
      issuer: "issuer",
      holder: "holder",
      buyer: "buyer",
      seller: "seller",
      lessee: "lessee",
      lessor: "lessor",
      licensee: "licensee",
      licensor: "licensor",
      guarantor: "guarantor",
      beneficiary: "beneficiary",
      utility: "utility",
      spender: "spender",
      partner: "partner",
    },
    status: "Status",
    asOf: (asOf: string) => `as of ${day(asOf)}`,
    states: {
      reported: "Reported",
      letter_of_intent: "Letter of intent",
      announced: "Announced",
      signed: "Signed",
      closed: "Closed",
      delivering: "Delivering",
      completed: "Completed",
      amended: "Amended",
      superseded: "Superseded",
      lapsed: "Lapsed",
      cancelled: "Cancelled",
    },
    later: "later than the day in view",
    sources: "Sources",
    sourceCount: (count: number, primary: number) =>
      primary === 0 ? `${count}` : `${count}, of which ${primary} primary`,
    tiers: { primary: "primary", press: "press", secondary: "secondary" },
    supports: {
      amount: "amount",
      announced: "day",
      capacity: "capacity",
      parties: "parties",
      relation: "relation",
      shares: "shares",
      site: "site",
      status: "status",
      technology: "technology",
      term: "term",
      units: "units",
    },
    checked: (on: string, fields: string) => `Held against public pages again on ${day(on)}: ${fields}.`,
    checkedFields: { kind: "kind", roles: "roles" },
    unconfirmed: (since: string) =>
      `No page that could be read bears this deal out (since ${day(since)}); it is not in the picture.`,
    sourceLabel: (number: number) => `Source ${number}`,
    disagree: "Sources disagree",
    said: "What was said of the two sides",
    terms: "Terms",
    capacity: "Capacity",
    technology: "Technology",
    technologies: {
      gas: "gas",
      nuclear: "nuclear",
      solar: "solar",
      wind: "wind",
      hydro: "hydro",
      geothermal: "geothermal",
      storage: "storage",
      fuel_cell: "fuel cells",
      grid: "the grid",
      mixed: "mixed",
    },
    units: "Units",
    shares: "Shares",
    term: "Term",
    years: (years: number) => plural(years, "year"),
    site: "Site",
    beside: "Also between the two",
    loops: (count: number) => `In ${plural(count, "loop")}`,
    noLoops: "In no loop of up to five legs",
    correct: "Correct this",
    correctHow: (id: string) =>
      `Wrong or out of date? Mend the file of the deal “${id}” in graph-data/deals and cite a source.`,
    history: "A past case, kept for comparison; not in the picture.",
  },

  place: {
    others: "Others",
    empty: "Nobody stands here on this day and with these filters.",
  },
};
