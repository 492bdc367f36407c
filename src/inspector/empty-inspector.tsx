import { Button } from '../design/button';
import { hasFaults, withModuleFault } from '../workspace/intervene';
import { suggestedModule } from '../workspace/suggested-module';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

/** Nothing is selected: an invitation, and the shortest way to a broken shop. */
export function EmptyInspector() {
  const { t, nameOf } = useText();
  const document = useWorkspace((state) => state.document);
  const isBroken = useWorkspace((state) => hasFaults(state.interventions));
  const intervene = useWorkspace((state) => state.intervene);
  const suggested = suggestedModule(document);
  if (suggested === null) return null;
  const module = nameOf(suggested.name);
  return (
    <div className="inspector-empty">
      <h2 className="inspector-title">{t('inspector.empty.title')}</h2>
      <p>{t('inspector.empty.text', { module })}</p>
      {!isBroken && (
        <Button
          variant="primary"
          onClick={() =>
            intervene((before) => withModuleFault(before, suggested.id, { kind: 'crash' }))
          }
        >
          {t('inspector.empty.action', { module })}
        </Button>
      )}
    </div>
  );
}
