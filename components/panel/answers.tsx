import { cueCards } from '../../lib/faces/card-context';
import { hasKnowledge, panelView } from '../../lib/faces/panel-view';
import { questionCards } from '../../lib/faces/question-cards';
import { Button } from '../ui/button';
import { CardList } from './card-list';
import { Found } from './found';
import { KnowledgeStart } from './knowledge-start';
import { MoreRow } from './more-row';
import { usePanel } from './panel-context';
import { Words } from './words';

/** The middle of the panel: cards, or words that say why there are none. */
export function Answers() {
  const { state, actions, t } = usePanel();
  const view = panelView(state);
  const cards = cueCards(state);
  const edited = state.editing?.card;
  const pinned = cards.some((card) => card.key === edited?.key) ? undefined : edited;
  // Whatever else happens, an answer that is being written stays on screen.
  const editedOnly = pinned === undefined ? null : <CardList cards={[]} pinned={pinned} />;

  switch (view) {
    case 'found':
      return <Found />;
    case 'cards':
      return (
        <>
          <CardList cards={cards} questions={questionCards(state)} pinned={pinned} />
          <MoreRow />
          {!hasKnowledge(state) && <KnowledgeStart />}
        </>
      );
    case 'quiet':
      return (
        <>
          {editedOnly}
          <Words title={t('state.quiet')} hint={t('state.quiet.hint')} />
          <MoreRow centred />
        </>
      );
    case 'nothing-fits':
      return (
        <>
          <Words title={t('state.nothing-fits')} hint={t('state.nothing-fits.hint')} />
          <MoreRow centred />
          {(cards.length > 0 || pinned !== undefined) && <CardList cards={cards} pinned={pinned} />}
        </>
      );
    case 'unreadable': {
      const kind = state.cue?.messages.findLast((message) => message.kind !== 'text')?.kind;
      const words = kind === undefined || kind === 'text' ? 'image' : kind;
      return (
        <>
          {editedOnly}
          <Words title={t(`heard.unreadable.${words}`)} />
          <MoreRow centred />
        </>
      );
    }
    case 'no-knowledge':
      return (
        <>
          {editedOnly}
          <KnowledgeStart />
        </>
      );
    case 'rank-failed':
    case 'unreachable':
      return (
        <>
          {editedOnly}
          <Words title={t(`state.${view}`)}>
            <Button
              onClick={() => void (view === 'unreachable' ? actions.connect() : actions.rank())}
            >
              {t('state.retry')}
            </Button>
          </Words>
        </>
      );
    case 'no-question':
      return (
        <>
          {editedOnly}
          <Words title={t('state.no-question')} hint={t('state.no-question.hint')} />
        </>
      );
    case 'unrecognised':
      return (
        <>
          {editedOnly}
          <Words title={t('state.unrecognised')} hint={t('state.unrecognised.hint')}>
            <Button look="primary" onClick={() => actions.startTeaching()}>
              {t('teach.start')}
            </Button>
            <Button onClick={() => actions.openFind()}>{t('find.label')}</Button>
          </Words>
        </>
      );
    default:
      return (
        <>
          {editedOnly}
          <Words
            title={t(`state.${view}`)}
            late={['ranking', 'connecting', 'loading'].includes(view)}
          />
        </>
      );
  }
}
