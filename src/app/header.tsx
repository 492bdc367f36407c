import type { ArchitectureDocument } from '../architecture/document';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { openAnalysis } from '../workspace/analysis';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { DocumentOpener } from './document-opener';
import { EmbedButton } from './embed-button';
import { HistoryButtons } from './history/history-buttons';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { ShareButton } from './share-button';
import { StoryChoice } from './story-choice';
import { ThemeSwitch } from './theme-switch';
import { ViewSwitch } from './view-switch';
import './header.css';

export interface HeaderProps {
  /** The document that an address of this page opens by itself. */
  home: ArchitectureDocument;
}

export function Header({ home }: HeaderProps) {
  const { t, nameOf } = useText();
  const document = useWorkspace((state) => state.document);
  const isHome = useWorkspace((state) => state.original === home);
  const openDocument = useWorkspace((state) => state.openDocument);
  return (
    <header className="page-header">
      <div className="page-header-start">
        <Logo />
        <h1 className="page-document">{nameOf(document.name)}</h1>
        {isHome ? (
          <StoryChoice />
        ) : (
          <IconButton
            label={t('app.open.home')}
            icon={<Icon name="close" />}
            onClick={() => openDocument(home)}
          />
        )}
      </div>
      <ViewSwitch />
      <div className="page-header-end">
        <HistoryButtons />
        <IconButton
          label={t('app.analyse')}
          icon={<Icon name="chart" />}
          data-asks
          onClick={() => openAnalysis('certainty')}
        />
        <LanguageSwitch />
        <ThemeSwitch />
        <DocumentOpener />
        <ShareButton home={home} />
        <EmbedButton home={home} />
      </div>
    </header>
  );
}
