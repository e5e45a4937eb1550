/** The words of the stories, in every language. No name of a party, amount, day or status stands here. */
import type { Language } from "../language.js";
import type { StoryId } from "../stories/stories.js";

interface Told {
  readonly title: string;
  readonly opening: string;
  readonly end: string;
}

export interface StoriesWords {
  readonly title: string;
  readonly intro: string;
  readonly close: string;
  readonly label: (title: string) => string;
  readonly step: (step: number, of: number) => string;
  readonly next: string;
  readonly back: string;
  readonly keys: string;
  readonly told: Readonly<Record<StoryId, Told>>;
}

export const STORIES_WORDS: Readonly<Record<Language, StoriesWords>> = {
  en: {
    title: "Five loops, step by step",
    intro: "Each step is one leg, with the deals behind it and their sources. Arrow keys turn the pages.",
    close: "Close",
    label: (title) => `Story: ${title}`,
    step: (step, of) => `Step ${step} of ${of}`,
    next: "Next",
    back: "Back",
    keys: "Arrow keys turn the pages",
    told: {
      "shares-computing-chips": {
        title: "Shares, then computing, then chips",
        opening:
          "The loop most people mean when they speak of circular AI money: a chipmaker backs a lab, the lab orders computing, and the cloud that sells it buys chips.",
        end: "Each party has a reason of its own, and each leg is a separate contract. Seen together they close: money that leaves the chipmaker can come back to it as sales.",
      },
      "chips-for-warrants": {
        title: "An order paid with a stake",
        opening:
          "Here the seller gives its customer the right to its own shares. What the customer may earn on them helps to pay for the order.",
        end: "The warrants vest as orders are fulfilled, so both legs stand or fall together. Their worth moves with the share price and is no cash payment.",
      },
      "the-cloud-invests": {
        title: "The cloud invests, the lab spends it there",
        opening:
          "The oldest pattern of the boom: a cloud buys shares of a lab, and the lab commits to run on that cloud.",
        end: "The investor is also the supplier: part of what it puts in returns as revenue. The record shows both contracts; it does not show which dollar paid for what.",
      },
      "supplier-owner-customer": {
        title: "Supplier, owner and customer at once",
        opening:
          "A chipmaker owns part of a young cloud, sells it chips, and rents computing back from it. Three roles between the same two companies.",
        end: "Support in both directions makes each strong while the other is. That is the reason to watch the smaller leg: it bounds what can go round.",
      },
      "the-long-way-round": {
        title: "The long way round",
        opening:
          "Loops need not be short. This one passes a cloud, a lab, the rocket company whose computers it rents, the maker of their chips, and a lab that competes with the first.",
        end: "No party needs to know the whole circle for it to close. The weakest leg decides how firm it is: look at its status before drawing any conclusion.",
      },
    },
  },
  "zh-Hans": {
    title: "五条回路，逐步讲解",
    intro: "每一步讲一段，附其背后的交易与来源。方向键翻页。",
    close: "关闭",
    label: (title) => `故事：${title}`,
    step: (step, of) => `第 ${step} 步，共 ${of} 步`,
    next: "下一步",
    back: "上一步",
    keys: "方向键翻页",
    told: {
      "shares-computing-chips": {
        title: "先入股，再买算力，再买芯片",
        opening:
          "谈到 AI 资金循环，多数人指的就是这一条：芯片商支持实验室，实验室订购算力，出售算力的云厂商再采购芯片。",
        end: "各方各有理由，每一段都是独立合同。合在一起便首尾相接：芯片商付出的资金，可能以销售额的形式回到自己手中。",
      },
      "chips-for-warrants": {
        title: "以股权换订单",
        opening: "这里由卖方授予客户认购自身股份的权利，客户日后从中所得有助于支付订单。",
        end: "认股权随订单履行而归属，两段因此同进退。其价值随股价变动，并非现金支付。",
      },
      "the-cloud-invests": {
        title: "云厂商投资，实验室在其云上花掉",
        opening: "这轮热潮中最早的模式：云厂商入股实验室，实验室承诺使用该云。",
        end: "投资人同时是供应商：投入的一部分以收入形式返回。记录能显示两份合同，却无法显示哪一美元付了哪一笔。",
      },
      "supplier-owner-customer": {
        title: "既是供应商，又是股东，也是客户",
        opening: "芯片商持有一家新兴云的股份，向它出售芯片，又从它租回算力：两家公司之间有三重角色。",
        end: "双向支持使双方一荣俱荣，也因此要盯住较小的一段：它决定最多有多少资金能绕一圈。",
      },
      "the-long-way-round": {
        title: "绕远的一圈",
        opening:
          "回路不必很短。这一条经过一家云厂商、一家实验室、向它出租算力的火箭公司、这些机器的芯片制造商，以及与前者竞争的另一家实验室。",
        end: "任何一方都不必知道整个圆圈，它照样闭合。最弱的一段决定它有多确定：下结论之前，先看它的状态。",
      },
    },
  },
  "zh-Hant": {
    title: "五條迴路，逐步講解",
    intro: "每一步講一段，附其背後的交易與來源。方向鍵翻頁。",
    close: "關閉",
    label: (title) => `故事：${title}`,
    step: (step, of) => `第 ${step} 步，共 ${of} 步`,
    next: "下一步",
    back: "上一步",
    keys: "方向鍵翻頁",
    told: {
      "shares-computing-chips": {
        title: "先入股，再買算力，再買晶片",
        opening:
          "談到 AI 資金循環，多數人指的就是這一條：晶片商支持實驗室，實驗室訂購算力，出售算力的雲端業者再採購晶片。",
        end: "各方各有理由，每一段都是獨立合約。合在一起便首尾相接：晶片商付出的資金，可能以銷售額的形式回到自己手中。",
      },
      "chips-for-warrants": {
        title: "以股權換訂單",
        opening: "這裡由賣方授予客戶認購自身股份的權利，客戶日後從中所得有助於支付訂單。",
        end: "認股權隨訂單履行而歸屬，兩段因此同進退。其價值隨股價變動，並非現金支付。",
      },
      "the-cloud-invests": {
        title: "雲端業者投資，實驗室在其雲上花掉",
        opening: "這輪熱潮中最早的模式：雲端業者入股實驗室，實驗室承諾使用該雲。",
        end: "投資人同時是供應商：投入的一部分以營收形式返回。紀錄能顯示兩份合約，卻無法顯示哪一美元付了哪一筆。",
      },
      "supplier-owner-customer": {
        title: "既是供應商，又是股東，也是客戶",
        opening: "晶片商持有一家新興雲端業者的股份，向它出售晶片，又從它租回算力：兩家公司之間有三重角色。",
        end: "雙向支持使雙方一榮俱榮，也因此要盯住較小的一段：它決定最多有多少資金能繞一圈。",
      },
      "the-long-way-round": {
        title: "繞遠的一圈",
        opening:
          "迴路不必很短。這一條經過一家雲端業者、一家實驗室、向它出租算力的火箭公司、這些機器的晶片製造商，以及與前者競爭的另一家實驗室。",
        end: "任何一方都不必知道整個圓圈，它照樣閉合。最弱的一段決定它有多確定：下結論之前，先看它的狀態。",
      },
    },
  },
};
