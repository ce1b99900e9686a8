using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>Which texts are the path of a file on a Windows server, and what is said of the others.</summary>
public class WindowsFilePathTests
{
    private const string Example = "such as C:\\mail.req or \\\\server\\share\\mail.req.";
    private const string NotFull = "is not the full path of a file: start with a drive, such as C:\\mail.req, or with a share, such as \\\\server\\share\\mail.req.";
    private const string Empty = "has an empty part or ends in a separator. Name a file.";
    private const string Wildcard = "contains one of * ? [ ], which Exchange may read as a wildcard. Choose a path without them.";

    [Theory]
    [InlineData("C:\\mail.req")]
    [InlineData("a:\\m")]
    [InlineData("z:\\m")]
    [InlineData("A:\\m")]
    [InlineData("Z:\\m")]
    [InlineData("C:/reqs/mail.req", "C:\\reqs\\mail.req")]
    [InlineData("//FS/reqs/mail.req", "\\\\FS\\reqs\\mail.req")]
    [InlineData("\\\\FS\\r$\\m")]
    [InlineData("C:\\.req")]
    [InlineData("C:\\com0.req")]
    [InlineData("C:\\Überg ang\\mail v1.req")]
    public void A_full_path_is_taken_with_backslashes(string text, string? normal = null)
    {
        Assert.True(WindowsFilePath.TryParse(text, "RequestPath", out WindowsFilePath? path, out _));
        Assert.Equal(normal ?? text, path.Text);
    }

    [Theory]
    [InlineData("", FaultIds.PathInvalid, "is empty. Give the full path of a file on the server, " + Example)]
    [InlineData("C:\\a\nb", FaultIds.TextHasControlCharacter, "contains a line break, a control character or half a character.")]
    [InlineData("*:\\m", FaultIds.PathHasWildcard, Wildcard)]
    [InlineData("C:\\m]", FaultIds.PathHasWildcard, Wildcard)]
    [InlineData("mail.req", FaultIds.PathInvalid, NotFull)]
    [InlineData("C:", FaultIds.PathInvalid, NotFull)]
    [InlineData("C:\\", FaultIds.PathInvalid, NotFull)]
    [InlineData("C:mail", FaultIds.PathInvalid, NotFull)]
    [InlineData("C.\\mail", FaultIds.PathInvalid, NotFull)]
    [InlineData("@:\\m", FaultIds.PathInvalid, NotFull)]
    [InlineData("[:\\m", FaultIds.PathHasWildcard, Wildcard)]
    [InlineData("`:\\m", FaultIds.PathInvalid, NotFull)]
    [InlineData("{:\\m", FaultIds.PathInvalid, NotFull)]
    [InlineData("É:\\m", FaultIds.PathInvalid, NotFull)]
    [InlineData("\\m\\a\\b", FaultIds.PathInvalid, NotFull)]
    [InlineData("\\\\FS\\mail.req", FaultIds.PathInvalid, NotFull)]
    [InlineData("C:\\a\\", FaultIds.PathInvalid, Empty)]
    [InlineData("C:\\a\\\\b", FaultIds.PathInvalid, Empty)]
    [InlineData("\\\\FS\\\\m", FaultIds.PathInvalid, Empty)]
    [InlineData("C:\\<a", FaultIds.PathInvalid, "has the part '<a', which Windows does not store under that name.")]
    [InlineData("C:\\a|b\\c", FaultIds.PathInvalid, "has the part 'a|b', which Windows does not store under that name.")]
    [InlineData("C:\\a.\\c", FaultIds.PathInvalid, "has the part 'a.', which Windows does not store under that name.")]
    [InlineData("C:\\c ", FaultIds.PathInvalid, "has the part 'c ', which Windows does not store under that name.")]
    [InlineData("C:\\nul .req", FaultIds.PathInvalid, "has the part 'nul .req', which Windows does not store under that name.")]
    [InlineData("C:\\LPT9\\m", FaultIds.PathInvalid, "has the part 'LPT9', which Windows does not store under that name.")]
    public void Another_text_is_refused_with_what_to_do(string text, string id, string what)
    {
        Assert.False(WindowsFilePath.TryParse(text, "RequestPath", out WindowsFilePath? path, out InputFault? fault));
        Assert.Null(path);
        Assert.Equal((id, "RequestPath", text), (fault.Id, fault.Parameter, fault.Value));
        Assert.StartsWith("RequestPath: '", fault.Message);
        Assert.EndsWith("' " + what, fault.Message);
    }

    [Fact]
    public void The_longest_path_leaves_room_for_what_is_put_into_it()
    {
        string longest = "C:\\" + new string('m', WindowsFilePath.MaximumLength - 3);
        Assert.True(WindowsFilePath.TryParse(longest, "RequestPath", out _, out _));
        Assert.False(WindowsFilePath.TryParse(longest + "m", "RequestPath", out _, out InputFault? fault));
        Assert.EndsWith("' has 201 characters. A path has at most 200 here.", fault.Message);
    }

    [Theory]
    [InlineData("C:\\mail.v1.req", "mail.v1", "C:\\mail.v1-x.req", "C:\\mail.v1.pfx")]
    [InlineData("C:\\v1.5\\mail", "mail", "C:\\v1.5\\mail-x", "C:\\v1.5\\mail.pfx")]
    [InlineData("C:\\.req", ".req", "C:\\.req-x", "C:\\.req.pfx")]
    [InlineData("C:\\m.req", "m", "C:\\m-x.req", "C:\\m.pfx")]
    public void A_word_goes_before_the_extension(string text, string stem, string suffixed, string other)
    {
        Assert.True(WindowsFilePath.TryParse(text, "RequestPath", out WindowsFilePath? path, out _));
        Assert.Equal((stem, suffixed, other), (path.FileStem, path.WithSuffix("x").ToString(), path.WithExtension(".pfx").ToString()));
    }

    [Theory]
    [InlineData("mail.contoso.com", "mail_contoso_com")]
    [InlineData("Zürich 'A'", "Z_rich__A_")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789012345678901", "1234567890123456789012345678901234567890")]
    public void Any_text_becomes_a_part_of_a_name(string text, string part) => Assert.Equal(part, WindowsFilePath.Sanitise(text));
}
