using System;
using System.Linq;
using System.Management.Automation.Language;
using CsCheck;
using ExchangeNamespace.Emission;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>A comment ends at its line, whatever its text: what stands below is still read.</summary>
public class CommentInTheParserTests
{
    private const string Signature = "SIG # Begin signature block";

    [Theory]
    [InlineData(Signature)]
    [InlineData("sig # begin signature block")]
    [InlineData("S I G #Beginsignatureblock")]
    [InlineData("SIG # End signature block")]
    [InlineData("SIG # Begin signature")]
    [InlineData("Begin signature block")]
    [InlineData("requires -Version 99")]
    [InlineData(" requires -Modules C:\\evil")]
    [InlineData("# requires -PSSnapin x")]
    [InlineData("> not the end of a block")]
    [InlineData("")]
    public void The_line_below_is_read(string text) => Check(text);

    [Fact]
    public void What_resembles_a_signature_is_left_out()
    {
        Gen<string> changed = Gen.Select(Gen.Int[0, Signature.Length], Gen.Int[0, 14], Gen.String[Gen.Char["abgins #"], 0, 12])
            .Select((at, cut, added) => Signature.Remove(at, Math.Min(cut, Signature.Length - at)).Insert(at, added));
        changed.Sample(Check, iter: 20_000);
    }

    [Fact]
    public void Another_text_stands_as_it_is() => Assert.Equal("# Signature of the block is checked first.", ScriptComment.Line("Signature of the block is checked first."));

    private static void Check(string text)
    {
        string line = ScriptComment.Line(text);

        ScriptBlockAst tree = Parser.ParseInput(line + "\nGet-Item x\n" + line, out _, out ParseError[] errors);

        Assert.Empty(errors);
        Assert.Null(tree.ScriptRequirements);
        Assert.Single(tree.FindAll(a => a is CommandAst, searchNestedScriptBlocks: true).ToList());
    }
}
