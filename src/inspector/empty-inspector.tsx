import { Button } from '../design/button';
import { withModuleFault, withoutModuleFault } from '../workspace/intervene';
import { suggestedModule } from '../workspace/suggested-module';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

/** Nothing is selected: an invitation, and the shortest way to a broken shop and back. */
export function EmptyInspector() {
  const { t, nameOf } = useText();
  const document = useWorkspace((state) => state.document);
  const moduleFaults = useWorkspace((state) => state.interventions.moduleFaults);
  const intervene = useWorkspace((state) => state.intervene);
  const suggested = suggestedModule(document);
  if (suggested === null) return null;
  const module = nameOf(suggested.name);
  const isDown = moduleFaults[suggested.id]?.crash !== undefined;
  return (
    <div className="inspector-empty">
      <h2 className="inspector-title">{t('inspector.empty.title')}</h2>
      <p>{t('inspector.empty.text', { module })}</p>
      <Button
        variant={isDown ? 'plain' : 'primary'}
        onClick={() =>
          intervene((before) =>
            isDown
              ? withoutModuleFault(before, suggested.id, 'crash')
              : withModuleFault(before, suggested.id, { kind: 'crash' }),
          )
        }
      >
        {t(isDown ? 'inspector.empty.undo' : 'inspector.empty.action', { module })}
      </Button>
    </div>
  );
}
