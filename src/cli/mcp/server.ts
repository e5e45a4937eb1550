/** A Model Context Protocol server over some facts: each tool listed with its schemas, and answered. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool as ToolListing,
} from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import { CapitalLoopError } from "../../errors.js";
import { closest } from "../../model/explain.js";
import { search, show } from "./find-tools.js";
import { diff, quality } from "./history-tools.js";
import { breakLoops, metrics, stress } from "./measure-tools.js";
import type { Facts, Tool } from "./tool.js";
import { loops, paths } from "./way-tools.js";

/** Every tool by its name, in the order they are listed. */
export const TOOLS: ReadonlyMap<string, Tool> = new Map(
  Object.entries({ loops, paths, show, search, stress, break: breakLoops, metrics, diff, quality }),
);

const INSTRUCTIONS = [
  "Facts about AI financing deals and the loops of capital they make; every deal has dated sources.",
  "Start with search to get ids. Quote the as-of day and the sources of an answer.",
  "Amounts are US dollars; null is undisclosed, never zero. A loop is a shape, not a verdict.",
].join(" ");

/** A server for one client; connect it to a transport. */
export function mcpServer(facts: Facts, version: string): McpServer {
  const mcp = new McpServer(
    { name: "capital-loop", title: "Capital Loop", version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const listing = [...TOOLS].map(([name, tool]) => listed(name, tool));
  // Set by hand, not with registerTool: that reports a wrong argument over many lines and lets unknown ones pass.
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listing }));
  mcp.server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = TOOLS.get(params.name);
    if (tool === undefined) throw unknownTool(params.name);
    return answered(tool, facts, params.arguments);
  });
  return mcp;
}

function listed(name: string, { title, description, input, output }: Tool): ToolListing {
  const schema = (of: z.ZodObject, io: "input" | "output") =>
    z.toJSONSchema(of, { target: "draft-7", io }) as ToolListing["inputSchema"];
  return {
    name,
    title,
    description,
    inputSchema: schema(input, "input"),
    outputSchema: schema(output, "output"),
    annotations: {
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  };
}

/** The answer as data, and the same as text for clients that know no other. */
function answered(tool: Tool, facts: Facts, given: unknown): CallToolResult {
  try {
    const answer = tool.answer(facts, given);
    return { structuredContent: { ...answer }, content: [{ type: "text", text: JSON.stringify(answer) }] };
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const text =
      error instanceof CapitalLoopError ? line : `this should not happen: ${line}; please report it`;
    return { isError: true, content: [{ type: "text", text }] };
  }
}

function unknownTool(name: string): McpError {
  const near = closest(name, TOOLS.keys());
  const mend = near === null ? `one of ${[...TOOLS.keys()].join(", ")}` : `did you mean "${near}"?`;
  return new McpError(ErrorCode.InvalidParams, `there is no tool "${name}"; ${mend}`);
}
