import { Button } from '../design/button';
import { breakersOnShow, retellWithBreakersSwitched } from '../workspace/breakers';
import { useText } from '../workspace/use-text';
import { useWorkspace, useWorkspaceStore } from '../workspace/use-workspace';

/** The story once more, without the breakers where it has some, or with them: the claims say what becomes of them. */
export function SameBut() {
  const { t, nameOf } = useText();
  const workspace = useWorkspaceStore();
  const document = useWorkspace((state) => state.document);
  const paneDeploymentIds = useWorkspace((state) => state.paneDeploymentIds);
  return breakersOnShow({ document, paneDeploymentIds }).map(({ deployment, isOn }) => (
    <Button
      key={deployment.id}
      variant="quiet"
      onClick={() => retellWithBreakersSwitched(workspace.getState(), deployment)}
    >
      {t(isOn ? 'storyline.breakers.off' : 'storyline.breakers.on', {
        deployment: nameOf(deployment.name),
      })}
    </Button>
  ));
}
