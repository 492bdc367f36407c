import { SegmentedControl } from '../design/segmented-control';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { usePaneDeployments } from './use-pane-deployments';

/** Which panes are on show. */
export function ViewSwitch() {
  const { t, nameOf } = useText();
  const view = useWorkspace((state) => state.view);
  const setView = useWorkspace((state) => state.setView);
  const [left, right] = usePaneDeployments();
  if (right === undefined) return null;
  return (
    <SegmentedControl
      className="view-switch"
      label={t('app.view')}
      segments={[
        { value: left.id, label: nameOf(left.name) },
        { value: 'both', label: t('app.view.both') },
        { value: right.id, label: nameOf(right.name) },
      ]}
      value={view}
      onChange={setView}
    />
  );
}
