/** The page about the project, in English. */

/** What the page counts. */
export interface AboutFigures {
  readonly version: string;
  readonly asOf: string;
  readonly entities: number;
  readonly deals: number;
  readonly sources: number;
}

export interface AboutWords {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export function aboutEn({ version, asOf, entities, deals, sources }: AboutFigures): AboutWords {
  return {
    title: "About Capital Loop",
    sections: [
      {
        heading: "What it shows",
        paragraphs: [
          "Companies invest in one another, buy from one another, lend to one another and guarantee one another. Where such deals join up, money can return to where it started. This is the map of those routes in the build-out of artificial intelligence.",
          "Circular is not fraud. A loop says that capital can come round, at most how much, and through which deals; it does not say that it did, or that anything is wrong. This is not investment advice.",
        ],
      },
      {
        heading: "How to read it",
        paragraphs: [
          "An arrow points the way capital moves: from investor to investee, from buyer to seller, from lender to borrower, from the issuer of a warrant to its holder. Goods, chips and power move the other way and are not drawn.",
          "A leg is all deals from one entity to the next. Its width is its amount, its dashes say that it is not firm yet, a hairline says that no amount is disclosed. A guarantee is drawn double and counts in no sum. A loop is as strong as its smallest leg and as firm as its weakest.",
          "In the middle stands what both pays and is paid; on the left, who only pays in; on the right, who is only paid. Places never change with the day or a filter.",
        ],
      },
      {
        heading: "Method",
        paragraphs: [
          "Every loop of up to five legs is found, each once. Loops with an amount on every leg come first, then the larger smallest leg, then the shorter loop. Loops share deals, so their amounts must not be added.",
          "A day shows what had been announced by then, each deal in the state it had: a letter of intent that lapsed is gone from the day it lapsed. Reported talks and letters of intent are not added to firmer deals. An amount that nobody stated is undisclosed, never zero and never guessed.",
        ],
      },
      {
        heading: "Sources",
        paragraphs: [
          `Version ${version} of the facts covers ${deals} deals between ${entities} entities up to ${asOf}, from ${sources} documents. Each deal names its sources, how near each stands to the deal, and what it supports; where sources differ, the card says so and which one is followed.`,
        ],
      },
      {
        heading: "Limits",
        paragraphs: [
          "Only what is public is here, and much is not: over half of the payments state no amount. Announced sums are often maxima spread over years. About a third of the deals rest on secondary pages alone. Days and states can be wrong: check a deal against its source before you rely on it.",
        ],
      },
      {
        heading: "Correct a fact",
        paragraphs: [
          "Every deal is one file in the folder graph-data of the project, named by its id; every change needs a source. Open the deal here, press “Correct this”, and send the mended file.",
        ],
      },
    ],
  };
}
