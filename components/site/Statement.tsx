import { keyboardUrl } from '@/lib/addresses/urls';

interface StatementProps {
  /** Where readers write to, and who answers for the site; from configuration. */
  email: string | undefined;
  organiser: string | undefined;
}

const done = [
  '不运行脚本也能看到全部内容、用全部链接和表单。',
  '字号有三档，配色有浅色和深色，文字与底色的对比不低于 4.5 比 1；放大到 200%、窗口窄到 320 像素，都不用左右拖动页面。',
  '长者模式：24 像素起的大字，更强的对比，更大的按钮，页面只留文号、标题、目录、正文和时效，表格逐条列出，可以朗读。',
  '朗读：由浏览器自己的语音逐句读出，正在读的一句有底色，可以暂停、前后跳句、调语速。',
  '只用键盘可以到达每一处，焦点看得见；单个字母的快捷键可以关掉。',
  '标题、目录、表格的行列、区域都有标记，读屏软件可以按标题、区域和单元格走。',
  '状态都写成字（未收录、已废止），不只靠颜色；没有闪动，没有自动播放；系统要求减少动态效果时不滑动。',
];

const gaps = [
  '还没有请残障读者实际试用。检查靠的是自动工具和在 Chromium 里的键盘操作；读屏软件（如争渡、NVDA、旁白）没有逐页试过。',
  '有些表格的行列没有还原出来，只能按原文顺序逐格列出，页面会说明原因；读屏软件因此不知道一格属于哪一列。',
  '表格逐条列出时，Safari 的读屏不再把它当作表格，只按“列名、内容”顺序读。',
  '“1.”“（1）”这一级的编号不在 Tab 键的停留次序里，要用 j、k 键，或者先打开上一级那一节。',
  '朗读的声音和读音由浏览器决定：没有装中文语音的设备读不出来，多音字、文号和数字有时读错。较旧的浏览器只能标出整段，不能标出一句。',
  '长者模式只有浅色；两三列的表格在手机上仍按表格显示，宽了在表内滚动。',
  '时间轴上方的年代图只是图，同样的内容在下面的列表里。',
  '公报里的图片、印章和手写签名没有收录；没有手语和易读版本。',
];

/** The three parts of the accessibility statement. */
export function Statement({ email, organiser }: StatementProps) {
  return (
    <div className="site-words">
      <h2>做了什么</h2>
      <Items items={done} />
      <p>
        不用鼠标时能按哪些键，见<a href={keyboardUrl()}>键盘说明</a>。
      </p>
      <h2>还有哪些没做好</h2>
      <Items items={gaps} />
      <h2>怎样检查</h2>
      <p>
        每次修改都由程序检查：axe 的 WCAG 2.0 至 2.2 规则（A 级和 AA
        级）在每一种页面上运行，电脑和手机、浅色和深色、长者模式都查；另有测试只用键盘走页面，量窄窗口里页面有没有超出。自动检查只能发现一部分问题。
      </p>
      <h2>遇到障碍，请告诉我们</h2>
      {email ? (
        <p>
          写信到 <a href={`mailto:${email}`}>{email}</a>，说明是哪一页、用什么设备和软件、卡在哪里。
        </p>
      ) : (
        <p>本站还没有公布邮箱。请与{organiser ?? '网站的主办单位'}联系，说明是哪一页、用什么设备和软件、卡在哪里。</p>
      )}
      <p>某份文件在网页上读不了的，可以下载它的 Word 或纯文本，用自己的软件打开。</p>
    </div>
  );
}

const Items = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
