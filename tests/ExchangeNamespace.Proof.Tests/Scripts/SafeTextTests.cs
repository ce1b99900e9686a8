using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;
using ExchangeNamespace.Scripts;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>The copy of a script that the parser gets: nothing in it makes the parser look for a module or an assembly, or start DSC.</summary>
public class SafeTextTests(ITestOutputHelper output)
{
    private const int Seed = 20261128;

    private static readonly string[] Pieces =
    [
        "using ", "using module evil\n", "using assembly evil.dll\n", "configuration ", "configuration c { }", "WorkFlow ", "workflow w {}", "$$", "$?", "$^", "$", "@", "[", "]", ",",
        ", ", "a", "b.c", "F", "List", "evil", "[a, evil]", "[a,evil]", "[F[a], evil]", "[F[[a, evil]]]", "[F[a, b]]", "[a[], evil]", "class ", "enum ", "class A : ",
        "class A : b[], evil {}", "enum E : b[], evil {}", ":", "::", "{", "}", "(", ")", "<#", "#>", "#", "\n", "\r\n", "`\n", "\"", "'", "@\"\n", "\n\"@", " ", "\t", "return", "in", "-is",
        "-as ", "=", ";", "|", "&", ".", "1", "+", "`", "\\", "$x", "$x[", "$(", "#requires -Modules @{a=[b, evil]1}\n", "param(", "function f", "data {", "1..2", ",evil", "\u0131", "\u017F",
        "\u212A", "\u00A0", "\u2028", "\u0085", "static ", "[Parameter(", "Mandatory", ")]", "if", "else", "throw ", "foreach", "\uA000", "\uA001",
    ];

    [Theory]
    [InlineData("[a, evil]1")]
    [InlineData("[F[a], evil]1")]
    [InlineData("[F[[a, evil]]]1")]
    [InlineData("[a[], evil]1")]
    [InlineData("[a <#]#> , evil]1")]
    [InlineData("$x[+[a, evil]1]")]
    [InlineData("class A : b[], evil { }")]
    [InlineData("class A : F[b], evil { }")]
    [InlineData("function f([a, evil]$x) { }")]
    [InlineData("\"$([a, evil]1)\"")]
    [InlineData("1 -is[a, evil]")]
    public void A_type_name_has_no_assembly_in_the_copy(string script)
    {
        Assert.True(IsDangerous(script));
        Assert.False(IsDangerous(new SafeText(script).Text));
    }

    [Fact]
    public void No_text_of_dangerous_pieces_is_dangerous_in_the_copy()
    {
        Random random = new(Seed);
        int dangerous = 0;
        for (int i = 0; i < 10_000; i++)
        {
            StringBuilder text = new();
            for (int count = random.Next(2, 16); count > 0; count--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            string script = text.ToString();
            SafeText copy = new(script);
            Assert.Equal(script.Length, copy.Text.Length);
            Assert.True(copy.Usings.Count > 0 || copy.Restore(copy.Text) == script, $"not restored: {script}");
            Assert.False(IsDangerous(copy.Text), $"dangerous: {script}\n{copy.Text}");
            bool isStart = script.Contains("config", StringComparison.Ordinal) || script.Contains("using", StringComparison.Ordinal);
            dangerous += !isStart && IsDangerous(script) ? 1 : 0;
        }

        output.WriteLine($"{dangerous} dangerous without the copy");
        Assert.True(dangerous > 100);
    }

    [Fact]
    public void No_character_but_a_letter_of_the_word_makes_a_keyword()
    {
        foreach (char letter in "usingconfigurationworkflow".Distinct())
        {
            IEnumerable<string> characters = Enumerable.Range(0, 0x10000).Select(c => ((char)c).ToString());
            string equal = string.Concat(characters.Where(c => c.Equals(letter.ToString(), StringComparison.OrdinalIgnoreCase)));
            Assert.Equal([char.ToUpperInvariant(letter), letter], equal);
        }
    }

    [Fact]
    public void Nothing_asks_for_the_assembly_of_a_type()
    {
        List<string> asked = [];
        ResolveEventHandler listen = (_, request) =>
        {
            lock (asked)
            {
                asked.Add(request.Name);
            }

            return null;
        };
        AppDomain.CurrentDomain.AssemblyResolve += listen;
        try
        {
            _ = Type.GetType("Known.Type, wanted-by-the-test", throwOnError: false);
            Lint.Check("[a, evil]1\nfunction f([b, evil]$x) { }\nclass A : b[], evil { [F[c], evil]$y }\nenum E : b[], evil { A }", "2016");
            Lint.Check("#requires -Modules @{ a = [b, evil]1 }", "2016");
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= listen;
        }

        Assert.Contains(asked, n => n.StartsWith("wanted-by-the-test", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, n => n.StartsWith("evil", StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_of_all_letters_is_left_out()
    {
        string letters = string.Concat(Enumerable.Range(0xA000, 0x48D).Select(c => (char)c));

        Assert.Equal("EXN424", Lint.Codes("using module evil\n# " + letters, "2016"));
    }

    private static bool IsDangerous(string script)
    {
        ScriptBlockAst tree = Parser.ParseInput(script, out Token[] tokens, out _);
        return tokens.SelectMany(WithNested).Any(IsKeyword) || tree.FindAll(Names, searchNestedScriptBlocks: true).Any();
    }

    private static IEnumerable<Token> WithNested(Token token) =>
        token is StringExpandableToken { NestedTokens: { } nested } ? nested.SelectMany(WithNested).Prepend(token) : [token];

    private static bool IsKeyword(Token token) =>
        token.Kind is TokenKind.Configuration or TokenKind.Workflow || (token.Kind == TokenKind.Using && token.TokenFlags.HasFlag(TokenFlags.Keyword));

    private static bool Names(Ast ast) => ast switch
    {
        UsingStatementAst or ConfigurationDefinitionAst => true,
        TypeConstraintAst constraint => HasAssembly(constraint.TypeName),
        TypeExpressionAst expression => HasAssembly(expression.TypeName),
        AttributeBaseAst attribute => HasAssembly(attribute.TypeName),
        _ => false,
    };

    /// <summary>The tree of a text with faults has names without parts.</summary>
    private static bool HasAssembly(ITypeName? name) => name switch
    {
        null => false,
        GenericTypeName generic => HasAssembly(generic.TypeName) || generic.GenericArguments.Any(HasAssembly),
        ArrayTypeName array => HasAssembly(array.ElementType),
        _ => name.AssemblyName is not null,
    };
}
