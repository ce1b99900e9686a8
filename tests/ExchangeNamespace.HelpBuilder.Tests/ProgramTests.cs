using System;
using System.IO;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public sealed class ProgramTests : IDisposable
{
    private const string Maml = "src/ExchangeNamespace/en-US/ExchangeNamespace.dll-Help.xml";
    private const string About = "src/ExchangeNamespace/en-US/about_ExchangeNamespace.help.txt";

    private readonly TemporaryFolder _repository = new();

    public ProgramTests() => _repository.Write("src/ExchangeNamespace.slnx", "<Solution />");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Without_pages_there_is_nothing_to_write_and_nothing_stale()
    {
        Assert.Equal((0, "help was up to date", ""), Run());
        Assert.Equal((0, "help is up to date", ""), Run("--check"));
        Assert.Null(_repository.ReadIfPresent(Maml));
    }

    [Fact]
    public void A_page_is_stale_until_it_is_written()
    {
        WritePages();
        (int code, string output, string error) = Run("--check");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"stale: {Maml};", error);
        Assert.Contains($"stale: {About};", error);
        Assert.Null(_repository.ReadIfPresent(Maml));

        Assert.Equal((0, $"wrote {Maml}, {About}", ""), Run());
        Assert.Equal((0, "help is up to date", ""), Run("--check"));
        Assert.Contains("Get-Sample", _repository.ReadIfPresent(Maml));
        Assert.StartsWith("TOPIC\n", _repository.ReadIfPresent(About));
    }

    [Theory]
    [InlineData(Maml)]
    [InlineData(About)]
    public void A_changed_or_lost_file_is_stale(string name)
    {
        WritePages();
        Run();
        string text = _repository.ReadIfPresent(name)!;

        _repository.Write(name, text + "\n");
        Assert.StartsWith($"stale: {name};", Run("--check").Error);

        _repository.Write(name, text.Replace("\n", "\r\n"));
        Assert.Equal(1, Run("--check").Code);

        File.Delete(Path.Combine(_repository.Path, name));
        Assert.StartsWith($"stale: {name};", Run("--check").Error);

        Run();
        Assert.Equal(text, _repository.ReadIfPresent(name));
    }

    [Fact]
    public void A_file_whose_source_is_gone_is_stale_and_is_removed()
    {
        WritePages();
        Run();
        Directory.Delete(Path.Combine(_repository.Path, "docs"), recursive: true);
        Assert.Equal(1, Run("--check").Code);
        Assert.Equal(0, Run().Code);
        Assert.Null(_repository.ReadIfPresent(Maml));
        Assert.Null(_repository.ReadIfPresent(About));
    }

    [Fact]
    public void A_faulty_page_writes_nothing_and_says_where()
    {
        WritePages();
        _repository.Write("docs/cmdlets/Set-Sample.md", "# Set-Sample\n");
        (int code, string output, string error) = Run();
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("docs/cmdlets/Set-Sample.md:1: ", error);
        Assert.Null(_repository.ReadIfPresent(Maml));
    }

    [Fact]
    public void The_root_is_found_from_a_folder_inside()
    {
        string inside = Directory.CreateDirectory(Path.Combine(_repository.Path, "docs", "cmdlets")).FullName;
        Assert.Equal(0, RunIn(inside, "--check").Code);
    }

    [Theory]
    [InlineData("--chek")]
    [InlineData("--root")]
    [InlineData("--root", "does-not-exist")]
    public void Wrong_use_is_told(params string[] args)
    {
        (int code, string output, string error) = Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("usage:", error);
    }

    private void WritePages()
    {
        _repository.Write(Fixture.PageName, Fixture.Page);
        _repository.Write(Fixture.AboutName, Fixture.About);
    }

    private (int Code, string Output, string Error) Run(params string[] args) => RunIn(_repository.Path, args);

    private static (int Code, string Output, string Error) RunIn(string folder, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = Program.Run(args, folder, output, error);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
