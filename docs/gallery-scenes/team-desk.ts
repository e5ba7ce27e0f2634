import type { Page } from 'playwright-core';
import type { Entry } from '../../lib/domain/entry.ts';
import type { Scene, Stage } from '../gallery-stage.ts';
import { foundTeam, type Team } from '../gallery-team.ts';
import { redLight } from './panel-steps.ts';

/** What a supervisor and an author do for a team all day, and what agents see of it. */
export const teamDesk: Scene = {
  name: 'team-desk',
  words: 'A team at work',
  screens: [
    {
      name: 'team-places',
      words: 'A second base, for one site only',
      reach: async (stage) => {
        const { say, desk } = stage;
        team = await foundTeam(stage);
        await desk.ask('team.join', { link: await team.invite('admin'), name: say('Ana', '小安') });
        await desk.ask('team.share', { base: stage.sample });
        const studio = await stage.open('studio.html');
        await studio.getByRole('button', { name: say('+ New base', '+ 新建话术库') }).click();
        const dialog = studio.getByRole('dialog');
        await dialog.getByLabel(say('Name', '名称')).fill(say('Business lines', '企业客户'));
        await dialog.getByLabel(say('Where it answers', '在哪里使用')).selectOption('exclusive');
        await dialog.getByLabel(say('Site', '网站')).fill(say('business.harbour.example', 'vip.kapok.example'));
        return studio;
      },
    },
    {
      name: 'team-move',
      words: 'An answer is moved to another base, or another text put in its place there',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        await studio.getByRole('dialog').getByRole('button', { name: say('Save', '保存') }).click();
        await studio.getByRole('dialog').waitFor({ state: 'detached' });
        const bar = studio.getByRole('region', { name: say('Publishing', '发布') });
        await bar.getByRole('button', { name: new RegExp(say('^Share', '^共享')) }).click();
        await bar.getByText(say('Everything is published', '已全部发布')).waitFor();
        await toAnswer(stage, studio);
        await isQuiet(studio);
        await studio.getByRole('button', { name: say('Move or copy to another base', '移动或复制到其他话术库') }).click();
        return studio;
      },
    },
    {
      name: 'team-update',
      words: 'The team published a new text of a card that an agent is looking at',
      reach: async (stage) => {
        await stage.page.bringToFront();
        await stage.ask(...redLight);
        const entry = await answerOf(stage);
        const answer = stage.say(
          'A red light means no signal comes in, and it is not your fault. An engineer can come today: shall I book one?',
          '抱歉让您久等了。我已经联系快递核实，今天下午六点前给您回复。',
        );
        await ourTeam().maya(`/v1/bases/${stage.sample}/publish`, {
          why: stage.say('Engineers come the same day now', '催件当天就有结果了'),
          changes: [{ op: { op: 'put', entry: { ...entry, answer } }, basedOn: newest }],
        });
        await stage.panel.cards.locator('[data-update="changed"]').waitFor({ timeout: 20_000 });
      },
    },
    {
      name: 'gap-ask',
      words: 'No answer fits: what the team would be sent is shown first',
      reach: async (stage) => {
        const { say, panel } = stage;
        await stage.ask('Do you sell garden furniture? Call me on 07700 900123', '你们卖帐篷吗？电话 13812345678');
        await panel.frame.getByRole('button', { name: new RegExp(say('[Aa]sk the team', '问团队')) }).click();
        await panel.frame.getByRole('button', { name: say('Send', '发送'), exact: true }).waitFor();
      },
    },
    {
      name: 'gap-list',
      words: 'What customers asked and no answer fits, the most asked first',
      reach: async (stage) => {
        const { say, panel, desk } = stage;
        await panel.frame.locator('[data-gap="ask"] button').last().press('Enter');
        await panel.frame.getByText(say('Sent to your team', '已发给团队')).waitFor();
        for (const [at, text] of [
          say('Can I pay by crypto?', '可以用数字货币付款吗'),
          say('can i pay by crypto?', '可以用数字货币付款吗'),
        ].entries()) {
          await desk.ask('gaps.send', { id: `question-${at}`, text, consoleId: 'sample' });
        }
        const studio = await stage.open('studio.html');
        await studio.getByRole('button', { name: new RegExp(say('^Unanswered questions', '^未解答的问题')) }).click();
        await studio.locator('[data-gap]').nth(1).waitFor();
        return studio;
      },
    },
    {
      name: 'team-times',
      words: 'A change is published at a time, and taken back at another',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        await studio.keyboard.press('Escape');
        await toAnswer(stage, studio);
        const answer = studio.getByRole('textbox', { name: new RegExp(say('^Answer', '回复')) }).first();
        await answer.fill(`${await answer.inputValue()} ${say('We are closed on 25 December.', '春节期间客服休息。')}`);
        await studio.keyboard.press('ControlOrMeta+s');
        await isQuiet(studio);
        const bar = studio.getByRole('region', { name: say('Publishing', '发布') });
        await bar.getByLabel(new RegExp(say('^Why', '^原因'))).fill(say('Christmas', '春节'));
        await bar.getByRole('button', { name: say('Set a time…', '指定时间…') }).click();
        const [begin, end] = [bar.locator('input[type="datetime-local"]').first(), bar.locator('input[type="datetime-local"]').last()];
        await begin.fill(say('2026-12-24T18:00', '2027-02-05T18:00'));
        await end.fill(say('2026-12-27T08:00', '2027-02-12T08:00'));
        return studio;
      },
    },
    {
      name: 'team-review',
      words: 'An author’s change is looked at, word by word, before it is approved',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        const bar = studio.getByRole('region', { name: say('Publishing', '发布') });
        await bar.getByRole('button', { name: say('Schedule', '定时发布') }).click();
        await bar.getByText(say('Nothing else to publish', '没有其他待发布的修改')).waitFor();
        await handIn(stage);
        await bar.getByRole('button', { name: new RegExp(say('^Review', '^审核')) }).click();
        const row = studio.locator('[data-proposal="waiting"]');
        await row.getByRole('button').first().click();
        await row.locator('ins').first().waitFor();
        return studio;
      },
    },
    {
      name: 'team-history',
      words: 'What was published, by whom and why, and how many panels have it',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        const dialog = studio.getByRole('dialog');
        await dialog.locator('[data-proposal="waiting"] button').last().click();
        await dialog.locator('[data-proposal="waiting"]').waitFor({ state: 'detached' });
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: say('History', '历史'), exact: true }).click();
        await studio.locator('[data-revision]').nth(2).waitFor();
        await studio.locator('[data-revision="2"] button').first().click();
        await studio.locator('[data-revision="2"] ins').first().waitFor();
        await studio.locator('[data-revision="3"] [data-on="1/1"]').waitFor();
        return studio;
      },
    },
    {
      name: 'team-roll-back',
      words: 'What going back would change, before every panel goes back',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await studio.locator('[data-revision="1"] button').last().click();
        await studio.locator('dialog [data-change]').first().waitFor();
        return studio;
      },
    },
    {
      name: 'team-people',
      words: 'Who is in the team, what they may do, and who did what',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        await studio.setViewportSize({ width: 1180, height: 1300 });
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: say('Team', '团队'), exact: true }).click();
        await studio.locator(`[data-person="${say('Bo', '小博')}"] summary`).click();
        await studio.locator('[data-deed]').first().waitFor();
        return studio;
      },
    },
    {
      name: 'team-figures',
      words: 'What agents did with the team’s answers, day by day',
      reach: async (stage) => {
        const { say } = stage;
        await workForWeeks(stage);
        const studio = await stage.open('studio.html');
        await studio.setViewportSize({ width: 1180, height: 1100 });
        await studio.getByRole('button', { name: say('Figures', '统计'), exact: true }).click();
        // The hub counts every minute.
        await studio.getByRole('button', { name: say('30 days', '30 天') }).click();
        const lastDays = studio.locator('[data-day]').nth(24);
        const again = studio.getByRole('button', { name: say('7 days', '7 天') });
        while (!(await lastDays.isVisible())) {
          await again.click();
          await studio.getByRole('button', { name: say('30 days', '30 天') }).click();
          await lastDays.waitFor({ timeout: 5_000 }).catch(() => {});
        }
        return studio;
      },
    },
  ],
};

let team: Team | undefined;

function ourTeam(): Team {
  if (team === undefined) throw new Error('There is no team');
  return team;
}

/** Later than anything that was published: nothing is in its way. */
const newest = Number.MAX_SAFE_INTEGER;

const answerId = ({ say }: Stage) => say('red-light-fibre-box', 'tracking-stuck');

async function answerOf(stage: Stage, id = answerId(stage)): Promise<Omit<Entry, 'base'>> {
  const found = (await stage.desk.ask('studio.entry', { base: stage.sample, id })) as { entry: Entry };
  const { base: _, ...entry } = found.entry;
  return entry;
}

/** Thirty days of an agent, with quieter weekends. */
async function workForWeeks(stage: Stage): Promise<void> {
  const cy = await ourTeam().join('agent', stage.say('Cy', '小蔡'));
  const entry = { base: stage.sample, id: answerId(stage) };
  const day = 86_400_000;
  const events = Array.from({ length: 30 }, (_, ago) => {
    const at = Date.now() - ago * day;
    const isWeekend = [0, 6].includes(new Date(at).getUTCDay());
    const picks = (isWeekend ? 9 : 31) + ((ago * 7) % 11);
    const kinds = { inserted: picks, edited: 3 + (ago % 4), rejected: 1 + (ago % 3), gap: ago % 3 };
    return Object.entries(kinds).flatMap(([kind, count]) =>
      Array.from({ length: count }, () => ({ at, kind, entries: kind === 'gap' ? [] : [entry], consoleId: 'sample' })),
    );
  }).flat();
  const mostAtOnce = 500;
  for (let from = 0; from < events.length; from += mostAtOnce) {
    const part = events.slice(from, from + mostAtOnce);
    const numbered = part.map((event, at) => ({ seq: from + at + 1, ...event }));
    await cy('/v1/events', { from, upTo: from + part.length, events: numbered });
  }
}

/** Good news came, and has gone. */
async function isQuiet(studio: Page): Promise<void> {
  await studio.locator('[data-outcome]').waitFor();
  await studio.locator('[data-outcome]').waitFor({ state: 'detached' });
}

async function toAnswer(stage: Stage, studio: Page): Promise<void> {
  const { say } = stage;
  await studio.getByRole('navigation').getByRole('button', { name: say('Harbour', '木棉') }).first().click();
  await studio.getByRole('searchbox').first().fill(say('red light', '物流不更新'));
  await studio.getByRole('option').first().click();
  await studio.locator('#studio-title').waitFor();
}

/** As an author, who may not publish. */
async function handIn(stage: Stage): Promise<void> {
  const { say } = stage;
  const bo = await ourTeam().join('author', say('Bo', '小博'));
  const entry = await answerOf(stage, say('late-fee', 'invoice-issue'));
  const answer = entry.answer.replace(say('I understand', '24 小时'), say('I see', '两小时'));
  const title = say('Late payment fee (5 pounds)', '开电子发票');
  await bo(`/v1/bases/${stage.sample}/proposals`, {
    why: say('Kinder, and with the price', '开票比以前快了'),
    changes: [{ op: { op: 'put', entry: { ...entry, title, answer } }, basedOn: newest }],
    publishAt: null,
    expireAt: null,
  });
}
