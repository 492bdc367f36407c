import { Component, type ReactNode } from 'react';
import { Button } from '../design/button';
import { isLoaded } from '../i18n/catalogue';
import { translateInto } from '../i18n/translate';
import { WorkspaceContext } from '../workspace/use-workspace';
import './error-boundary.css';

interface Props {
  children: ReactNode;
}

interface State {
  error: Error | null;
}

/** Catches what breaks while the page is drawn, says so, and offers two ways back. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WorkspaceContext;
  declare context: React.ContextType<typeof WorkspaceContext>;
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const language = this.context?.getState().language ?? 'en';
    if (!isLoaded(language)) return <NothingLoaded />;
    const t = translateInto(language);
    return (
      <main className="broken" role="alert">
        <h1>{t('app.broken.title')}</h1>
        <p>{t('app.broken.explanation')}</p>
        <div className="broken-ways">
          <Button variant="primary" onClick={() => this.setState({ error: null })}>
            {t('app.broken.retry')}
          </Button>
          <Button onClick={() => window.location.assign(window.location.pathname)}>
            {t('app.broken.fresh')}
          </Button>
        </div>
        <details>
          <summary>{t('app.details')}</summary>
          <pre className="mono">{error.stack ?? error.message}</pre>
        </details>
      </main>
    );
  }
}

/** The connection broke before there was a text to show. */
function NothingLoaded() {
  return (
    <main className="broken" role="alert">
      <p lang="es">La página no se ha podido cargar. Comprueba la conexión.</p>
      <p lang="en">The page could not be loaded. Check the connection.</p>
      <div className="broken-ways">
        <Button variant="primary" onClick={() => window.location.reload()}>
          <span lang="es">Reintentar</span> · <span lang="en">Retry</span>
        </Button>
      </div>
    </main>
  );
}
