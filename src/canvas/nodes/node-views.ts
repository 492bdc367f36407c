/** What draws each kind of node. */
import { ClientsNodeView } from './clients-node';
import { ModuleNodeView } from './module-node';
import { UnitNodeView } from './unit-node';
import './nodes.css';

export const nodeViews = { clients: ClientsNodeView, unit: UnitNodeView, module: ModuleNodeView };
