import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/acquire/page/page.js';

const story =
  '据海关总署5月20日公布的数据，今年前四个月中越双边贸易额约为780亿美元，同比增长近两成，其中中国自越南进口农产品增长较快，水果、水产品和木制品都有增加。';
const page = (body: string, head = ''): string =>
  `<html><head><title>前四个月中越贸易额约780亿美元</title>${head}</head><body><h1>前四个月中越贸易额约780亿美元</h1>${body}</body></html>`;

describe('what stands around a story is none of it', () => {
  it('a short story ends where other stories begin, however much the foot of the page says', () => {
    const foot =
      '<h3>相关阅读</h3><ul><li><a href="/1">越南水果今年对华出口再创新高的原因</a></li><li><a href="/2">边境口岸通关时间进一步缩短</a></li></ul>' +
      '<h3>热门文章</h3><ul><li><a href="/3">本周财经要闻一览与下周日程提示</a></li></ul>' +
      '<p>有意与本刊合作者，请与本网站联系。未经本网站书面授权，请勿转载或建立镜像，违者将被追究责任，特此说明。</p>' +
      '<p>违法和不良信息举报电话：010-00000000，举报邮箱见首页下方，举报受理时间为工作日九时至十七时。</p>';
    expect(readPage(page(`<div><p>${story}</p><p>（编辑：某某）</p>${foot}</div>`)).paragraphs).toEqual([story]);
  });

  it.each([
    '特别声明：以上内容（包括图片和视频在内）为自媒体平台用户上传并发布，本平台仅提供信息存储服务。',
    '本作品为本站原创，转载时请注明出处，否则将追究相关责任，谢谢各位读者的理解与支持。',
    '本文只是作者个人看法，不代表本网观点，读者据此操作，风险自担，本网不承担责任。',
  ])('a notice of the site is left out: %s', (notice) => {
    expect(readPage(page(`<div><p>${story}</p><p>${story.replace('今年', '去年')}</p><p>${notice}</p></div>`)).paragraphs).toHaveLength(2);
  });

  it.each([
    '中方指出，任何国家未经安理会授权使用武力，都违反联合国宪章，中方对此表示严重关切和坚决反对。',
    '外交部发言人说，个别议员的言论不代表该国政府立场，双方将继续保持沟通，妥善处理分歧。',
  ])('what only sounds like one is kept: %s', (told) => {
    expect(readPage(page(`<div><p>${story}</p><p>${told}</p></div>`)).paragraphs).toEqual([story, told]);
  });
});

describe('the day of a story', () => {
  it('is not that of a picture', () => {
    const captioned = `<figure><img src="a.jpg"><figcaption>口岸一景 | 2024年4月30日 摄</figcaption></figure><div><p>${story}</p></div>`;
    expect(readPage(page(captioned)).published).toBeNull();
  });

  it('may stand alone at the end of the title, and is no list of other stories beside it', () => {
    const titled = page(`<div><p>${story}</p></div><div class="date">2024年5月1日</div>`).replace(
      '亿美元</title>',
      '亿美元 | 某报 | 2024.05.21</title>',
    );
    expect(readPage(titled).published).toEqual({ date: '2024-05-21', time: null, zone: null });
  });

  it('may stand in an attribute for the scripts of the page', () => {
    const noted = page(`<div hidden data-article-id="7" data-publish-date="2024.05.21 18:40"></div><div><p>${story}</p></div>`);
    expect(readPage(noted).published).toEqual({ date: '2024-05-21', time: '18:40', zone: null });
  });
});
