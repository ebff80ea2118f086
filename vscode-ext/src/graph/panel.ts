/** The graph of a predictor beside its source; a node leads to its definition. */

import * as vscode from "vscode";
import { named } from "../commands/document";
import type { Panels } from "../panel/panel";
import type { Server } from "../server/server";
import { draw, type Graph } from "./draw";

export async function showGraph(server: Server, panels: Panels, address?: string, name?: string): Promise<void> {
  const document = await named(address);
  const graph = document && (await server.ask<Graph | null>("graph", document, name));
  if (!document || graph === undefined) {
    return;
  }
  if (graph === null) {
    void vscode.window.showWarningMessage("There is no predictor in this file: put @compile() above a function.");
    return;
  }
  const predictor = graph.nodes[0]?.label ?? "";
  panels.show(`graph ${document.uri.toString()} ${predictor}`, `Graph of ${predictor}`, draw(graph), (message) => {
    const location = "node" in message ? graph.nodes[message.node]?.location : undefined;
    if (location) {
      const { start } = location.range;
      const selection = new vscode.Range(start.line, start.character, start.line, start.character);
      void vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { viewColumn: vscode.ViewColumn.One, selection });
    }
  });
}
