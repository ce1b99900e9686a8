using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>Reads one page of the platyPS schema 2.0.0. Everything on the page is either understood or an error.</summary>
internal sealed partial class PageReader
{
    /// <summary>The only module the pages may name.</summary>
    public const string ModuleName = "ExchangeNamespace";

    /// <summary>The only help file the pages may name.</summary>
    public const string HelpFileName = "ExchangeNamespace.dll-Help.xml";

    private const string LinkForm = "RELATED LINKS holds links of the form [text](address), one a line";

    private static readonly string[] SectionNames =
    [
        "SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS",
    ];

    private readonly SourceFile _file;
    private readonly Section _page;
    private readonly Dictionary<string, Section> _sections;

    private PageReader(SourceFile file, Section page)
    {
        _file = file;
        _page = page;
        _sections = SectionsByName();
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">The first thing on the page that is missing, unknown or contradictory, with file and
    /// line.</exception>
    public static CommandPage Read(SourceFile file)
    {
        Section page = Section.Read(file, out YamlFrontMatterBlock? frontMatter);
        return new PageReader(file, page).Read(frontMatter);
    }

    private CommandPage Read(YamlFrontMatterBlock? frontMatter)
    {
        string online = OnlineVersion(frontMatter);
        if (Path.GetFileNameWithoutExtension(_file.Name) != _page.Title)
        {
            throw _file.Error(_page.Line, $"the page is about '{_page.Title}', so its file must be {_page.Title}.md");
        }

        if (!CommandName().IsMatch(_page.Title))
        {
            throw _file.Error(_page.Line, $"'{_page.Title}' is not of the form Verb-Noun");
        }

        if (_page.Blocks.Count > 0)
        {
            throw _file.Error(_page.Blocks[0].Line + 1, "text between the title and SYNOPSIS");
        }

        IReadOnlyList<string> synopsis = TextOf("SYNOPSIS");
        if (synopsis.Count != 1)
        {
            throw _file.Error(_sections["SYNOPSIS"].Line, "SYNOPSIS must be exactly one paragraph");
        }

        IReadOnlyList<SyntaxSet> syntax = Syntax();
        IReadOnlyList<Parameter> parameters = Parameters();
        CheckSets(syntax, parameters);
        return new CommandPage(
            _page.Title,
            online,
            synopsis[0],
            TextOf("DESCRIPTION"),
            syntax,
            Examples(),
            parameters,
            TypeNotes("INPUTS"),
            TypeNotes("OUTPUTS"),
            PlainText.Paragraphs(Leaf("NOTES").Blocks, _file),
            Links());
    }

    private Dictionary<string, Section> SectionsByName()
    {
        var found = new Dictionary<string, Section>(StringComparer.Ordinal);
        foreach (Section section in _page.Children)
        {
            if (!SectionNames.Contains(section.Title, StringComparer.Ordinal))
            {
                throw _file.Error(section.Line, $"unknown heading '{section.Title}', expected one of: {string.Join(", ", SectionNames)}");
            }

            if (!found.TryAdd(section.Title, section))
            {
                throw _file.Error(section.Line, $"second section {section.Title}");
            }

            Section? deep = section.Children.Find(static c => c.Children.Count > 0);
            if (deep is not null)
            {
                throw _file.Error(deep.Children[0].Line, $"unknown heading '{deep.Children[0].Title}' in {deep.Title}");
            }
        }

        string? missing = Array.Find(SectionNames, name => !found.ContainsKey(name));
        return missing is null ? found : throw _file.Error(_page.Line, $"section {missing} is missing");
    }

    private string OnlineVersion(YamlFrontMatterBlock? block)
    {
        if (block is null)
        {
            throw _file.Error(1, "front matter is missing");
        }

        Dictionary<string, string> values = KeyValueLines.Read(
            SourceFile.Lines(block), _file, block.Line + 2, ["external help file", "Module Name", "online version", "schema"]);
        foreach ((string key, string expected) in new[]
        {
            ("external help file", HelpFileName), ("Module Name", ModuleName), ("schema", "2.0.0"),
        })
        {
            string actual = values.GetValueOrDefault(key, string.Empty);
            if (actual != expected)
            {
                throw _file.Error(block.Line + 1, $"front matter: '{key}' is '{actual}', expected '{expected}'");
            }
        }

        string online = values.GetValueOrDefault("online version", string.Empty);
        return online.Length == 0 || Uri.IsWellFormedUriString(online, UriKind.Absolute)
            ? online
            : throw _file.Error(block.Line + 1, $"front matter: 'online version' is '{online}', expected an absolute address or nothing");
    }

    private IReadOnlyList<SyntaxSet> Syntax()
    {
        Section section = _sections["SYNTAX"];
        if (section.Children.Count == 0)
        {
            return [ReadSyntax(section, SyntaxSet.OnlySet)];
        }

        return section.Blocks.Count == 0
            ? [.. section.Children.Select(set => ReadSyntax(set, set.Title.Replace(" (Default)", string.Empty, StringComparison.Ordinal)))]
            : throw _file.Error(section.Blocks[0].Line + 1, "SYNTAX has both a syntax of its own and named parameter sets");
    }

    private SyntaxSet ReadSyntax(Section section, string set)
    {
        if (section.Blocks is not [FencedCodeBlock code])
        {
            throw _file.Error(section.Line, $"'{section.Title}' must hold exactly one code block with the syntax");
        }

        string text = PlainText.CodeOf(code);
        if (!text.StartsWith(_page.Title + " ", StringComparison.Ordinal) && text != _page.Title)
        {
            throw _file.Error(code.Line + 2, $"the syntax does not begin with '{_page.Title}'");
        }

        string[] names = [.. ParameterName().Matches(TypeName().Replace(text, string.Empty)).Select(static m => m.Groups[1].Value)];
        string? twice = names.GroupBy(static n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static g => g.Count() > 1)?.Key;
        return twice is null
            ? new SyntaxSet(set, names)
            : throw _file.Error(code.Line + 2, $"the syntax names -{twice} twice");
    }

    private void CheckSets(IReadOnlyList<SyntaxSet> syntax, IReadOnlyList<Parameter> parameters)
    {
        int line = _sections["SYNTAX"].Line;
        string? unknownSet = parameters.SelectMany(static p => p.Facts).SelectMany(static f => f.Sets)
            .FirstOrDefault(set => set != ParameterFacts.AllSets && syntax.All(s => s.Name != set));
        if (unknownSet is not null)
        {
            throw _file.Error(line, $"parameter set '{unknownSet}' is used under PARAMETERS but has no SYNTAX");
        }

        foreach (SyntaxSet set in syntax)
        {
            string? undocumented = set.ParameterNames.FirstOrDefault(name => parameters.All(p => p.Name != name || p.In(set.Name) is null));
            if (undocumented is not null)
            {
                throw _file.Error(line, $"the syntax of '{set.Name}' names -{undocumented}, which PARAMETERS does not put in that set");
            }

            Parameter? absent = parameters.FirstOrDefault(
                p => p.In(set.Name) is not null && !set.ParameterNames.Contains(p.Name, StringComparer.Ordinal));
            if (absent is not null)
            {
                throw _file.Error(line, $"the syntax of '{set.Name}' lacks -{absent.Name}, which PARAMETERS puts in that set");
            }
        }
    }

    private IReadOnlyList<Example> Examples()
    {
        Section section = WithChildren("EXAMPLES");
        return [.. section.Children.Select((child, index) => ReadExample(child, index + 1))];
    }

    private Example ReadExample(Section section, int number)
    {
        string start = $"Example {number}: ";
        if (!section.Title.StartsWith(start, StringComparison.Ordinal))
        {
            throw _file.Error(section.Line, $"heading '{section.Title}' must begin with '{start}'");
        }

        int first = section.Blocks.FindIndex(IsCode);
        if (first < 0 || PlainText.CodeOf((CodeBlock)section.Blocks[first]).Length == 0)
        {
            throw _file.Error(section.Line, $"'{section.Title}' has no code");
        }

        int end = first;
        while (end < section.Blocks.Count && IsCode(section.Blocks[end]))
        {
            string expected = end == first ? "powershell" : "output";
            if (!string.Equals((section.Blocks[end] as FencedCodeBlock)?.Info, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw _file.Error(section.Blocks[end].Line + 1, $"this code block must be marked ```{expected}");
            }

            end++;
        }

        Block? late = section.Blocks.Skip(end).FirstOrDefault(IsCode);
        if (late is not null)
        {
            throw _file.Error(late.Line + 1, "an example is one code block, its output, then remarks; make this another example");
        }

        if (section.Blocks.Count == end - first)
        {
            throw _file.Error(section.Line, $"'{section.Title}' has no explanation");
        }

        return new Example(
            section.Title,
            PlainText.Paragraphs(section.Blocks.Take(first), _file),
            PlainText.CodeOf((CodeBlock)section.Blocks[first]),
            string.Join("\n\n", section.Blocks[(first + 1)..end].Cast<CodeBlock>().Select(PlainText.CodeOf)),
            PlainText.Paragraphs(section.Blocks.Skip(end), _file));
    }

    private IReadOnlyList<Parameter> Parameters()
    {
        Section section = _sections["PARAMETERS"];
        NoText(section);
        var parameters = new List<Parameter>();
        foreach (Section child in section.Children.Where(static c => c.Title != "CommonParameters"))
        {
            Parameter parameter = ReadParameter(child);
            if (parameters.Exists(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw _file.Error(child.Line, $"parameter -{parameter.Name} is described twice");
            }

            parameters.Add(parameter);
        }

        return parameters;
    }

    private Parameter ReadParameter(Section section)
    {
        Match name = ParameterName().Match(section.Title);
        if (!name.Success || name.Value != section.Title)
        {
            throw _file.Error(section.Line, $"heading '{section.Title}' is not of the form '-Name'");
        }

        FencedCodeBlock[] blocks = [.. section.Blocks.OfType<FencedCodeBlock>().Where(static b => b.Info == "yaml")];
        if (blocks.Length == 0)
        {
            throw _file.Error(section.Line, $"parameter {section.Title} has no yaml block");
        }

        IReadOnlyList<string> description = PlainText.Paragraphs(section.Blocks.Except(blocks), _file);
        if (description.Count == 0)
        {
            throw _file.Error(section.Line, $"parameter {section.Title} has no description");
        }

        string parameter = name.Groups[1].Value;
        return new Parameter(
            parameter,
            description,
            [.. blocks.Select(b => ParameterFacts.Read(parameter, SourceFile.Lines(b), _file, b.Line + 2))]);
    }

    private IReadOnlyList<TypeNote> TypeNotes(string name) =>
        [.. WithChildren(name).Children.Select(child => new TypeNote(child.Title, PlainText.Paragraphs(child.Blocks, _file)))];

    private IReadOnlyList<Link> Links()
    {
        var links = new List<Link>();
        foreach (Block block in Leaf("RELATED LINKS").Blocks)
        {
            IEnumerable<ParagraphBlock> paragraphs = block switch
            {
                ParagraphBlock one => [one],
                ListBlock list => list.Descendants<ParagraphBlock>(),
                _ => throw _file.Error(block.Line + 1, LinkForm),
            };
            foreach (ParagraphBlock paragraph in paragraphs)
            {
                int line = paragraph.Line + 1;
                foreach (Inline inline in (paragraph.Inline ?? Enumerable.Empty<Inline>()).Where(static i => i is not LineBreakInline))
                {
                    links.Add(inline is LinkInline { IsImage: false } link
                        ? new Link(PlainText.Of(link, _file, line), Absolute(link.Url))
                        : throw _file.Error(line, LinkForm));
                }
            }
        }

        return links;
    }

    // A relative address leads to a page of the repository; Get-Help shows its name only.
    private static string Absolute(string? url) => url is not null && url.Contains("://", StringComparison.Ordinal) ? url : string.Empty;

    private IReadOnlyList<string> TextOf(string name)
    {
        Section section = Leaf(name);
        IReadOnlyList<string> text = PlainText.Paragraphs(section.Blocks, _file);
        return text.Count > 0 ? text : throw _file.Error(section.Line, $"section {name} is empty");
    }

    private Section Leaf(string name)
    {
        Section section = _sections[name];
        return section.Children.Count == 0
            ? section
            : throw _file.Error(section.Children[0].Line, $"unknown heading '{section.Children[0].Title}' in {name}");
    }

    private Section WithChildren(string name)
    {
        Section section = _sections[name];
        NoText(section);
        return section.Children.Count > 0
            ? section
            : throw _file.Error(section.Line, $"section {name} is empty");
    }

    private void NoText(Section section)
    {
        if (section.Blocks.Count > 0)
        {
            throw _file.Error(section.Blocks[0].Line + 1, $"text in {section.Title} outside its headings");
        }
    }

    private static bool IsCode(Block block) => block is CodeBlock;

    [GeneratedRegex("^[A-Z][A-Za-z]+-[A-Z][A-Za-z0-9]+$")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"(?<!\w)-([A-Za-z]\w*)")]
    private static partial Regex ParameterName();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TypeName();
}
