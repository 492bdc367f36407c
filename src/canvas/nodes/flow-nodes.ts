/** The nodes of a drawing as React Flow describes them, and what each carries. */
import type { Node, NodeProps } from '@xyflow/react';
import type { Module } from '../../architecture/document';
import type { GraphUnit } from '../canvas-graph';

export type ClientsNodeData = Record<string, never>;

export interface UnitNodeData extends Record<string, unknown> {
  unit: GraphUnit;
  /** Where requests come in, px from the left side of the box. */
  doorX: number;
  /** Where the line furthest to the right comes in on the upper side, px from the left side of the box. */
  lastEntryX: number;
  /** As many waiting requests are painted at the door. */
  queueCapacity: number;
  /** Calls between the modules inside, as SVG paths relative to the box. */
  innerPaths: readonly InnerPath[];
}

export interface InnerPath {
  id: string;
  path: string;
  isAsync: boolean;
  edgeIndices: readonly number[];
}

export interface ModuleNodeData extends Record<string, unknown> {
  module: Module;
  unit: GraphUnit;
  /** Places in `cut.edges` of the calls that reach it. */
  incoming: readonly number[];
}

export type ClientsNode = Node<ClientsNodeData, 'clients'>;
export type UnitNode = Node<UnitNodeData, 'unit'>;
export type ModuleNode = Node<ModuleNodeData, 'module'>;
export type FlowNode = ClientsNode | UnitNode | ModuleNode;

/** What the view of a node is made from; a figure knows nothing else of it. */
export type NodeViewProps<Drawn extends FlowNode> = Pick<NodeProps<Drawn>, 'data' | 'selected'>;
