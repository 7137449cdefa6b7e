/** What the clipboard holds after copying from Word and from WeChat: our own words in their markup. */

/** Word for Windows: conditional comments, mso styles, a list's drawn number, line ends inside sentences. */
export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- /* Style Definitions */
p.MsoNormal {mso-style-unhide:no; margin:0cm; text-indent:24.0pt; font-family:"Times New Roman",serif;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'>
<!--StartFragment-->
<p class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'><span style='font-size:12.0pt;
font-family:仿宋;mso-ascii-font-family:"Times New Roman"'>渡口的早班船六点开，今年</span><span lang=EN-US
style='font-size:12.0pt'>12</span><span style='font-family:仿宋'>月起，船票由两元降到
一元。<span lang=EN-US><o:p></o:p></span></span></p>
<h2 style='margin-left:0cm'><span style='font-family:黑体'>船工的一天<o:p></o:p></span></h2>
<p class=MsoListParagraph style='margin-left:18.0pt'><![if !supportLists]><span lang=EN-US style='mso-list:
Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span
style='font-family:仿宋'>老周撑了<b>三十年</b>船，说得最多的一句话是“站稳了”。</span></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>批注：此处待核</span><v:shape id="_x0000_i1025"><v:imagedata
src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape></p>
<!--EndFragment-->
</body></html>`;

/** A WeChat article: sections within sections, lazy pictures, zero-width signs, tracking links, a script. */
export const fromWeChat = `<meta charset='utf-8'><section data-role="outer" label="Powered by editor"><section
style="margin: 10px auto; text-align: center;"><section style="display:inline-block;padding:4px 12px;background:#c00"><p
style="letter-spacing:2px"><strong><span style="color:#fff">【路线】</span></strong></p></section></section>
<p style="line-height: 2em;"><span leaf="">&#8203;新辟的<a href="https://mp.weixin.qq.com/s?__biz=abc&amp;utm_source=x"
onclick="window.attacked='link'" data-linktype="2">环城步道</a>全长9.6公里，</span><span>沿途有四处驿站。</span></p>
<p><br></p><p style="text-align:center"><img class="rich_pages" data-src="https://mmbiz.qpic.cn/x/640"
src="x" onerror="window.attacked='picture'" data-ratio="0.6"></p>
<p>周末可以带上孩子，&nbsp;走一段歇一段。<br>沿途饮水点都是免费的。</p><mp-style-type data-value="3"></mp-style-type>
<script>window.attacked='script'</script><svg><text>装饰</text></svg>
<iframe src="javascript:parent.attacked='frame'"></iframe></section>`;
