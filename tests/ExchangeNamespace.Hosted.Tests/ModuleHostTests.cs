using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

public sealed class ModuleHostTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _messages = new();
    private readonly ModuleHost _host;

    public ModuleHostTests() => _host = ModuleHost.OpenEmpty(new HostConsole(_output, _messages, Width: 60, HasColor: false));

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Streams_come_back_in_the_order_of_writing()
    {
        HostRun run = _host.Run("1; Write-Warning two; Write-Verbose three -Verbose; Write-Error four; Write-Host five; 6");

        Assert.Equal(
            [HostStream.Output, HostStream.Warning, HostStream.Verbose, HostStream.Error, HostStream.Information, HostStream.Output],
            run.Records.Select(record => record.Stream));
        Assert.Equal([1, 6], run.Output);
        Assert.Equal(["two"], run.Warnings);
        Assert.Equal(["three"], run.Verbose);
        Assert.Equal("four", run.Errors.Single().Exception.Message);
        Assert.Null(run.TerminatingError);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_terminating_error_is_the_last_record()
    {
        HostRun run = _host.Run("'before'; throw 'boom'; 'after'");

        Assert.Equal(["before"], run.Output);
        Assert.Equal("boom", run.TerminatingError?.Exception.Message);
        Assert.Same(run.TerminatingError, run.Records[^1].Value);
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("Write-Warning careful", 0)]
    [InlineData("try { throw 'x' } catch { 'caught' }", 0)]
    [InlineData("Write-Error x -ErrorAction SilentlyContinue", 0)]
    [InlineData("Write-Error x", 1)]
    [InlineData("throw 'x'", 1)]
    [InlineData("1 +", 1)]
    [InlineData("No-SuchCommand", 1)]
    [InlineData("1/0; 'after'", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'; Write-Error x", 1)]
    [InlineData("Write-Error x; exit 0", 1)]
    [InlineData("exit 3", 3)]
    public void The_exit_code_tells_of_any_error(string script, int expected)
    {
        Assert.Equal(expected, _host.Run(script).ExitCode);
        Assert.Equal(expected, _host.Print(script));
    }

    [Fact]
    public void An_error_record_that_is_output_is_no_error()
    {
        Assert.Equal(0, _host.Print("try { throw 'earlier' } catch { $_ }"));
        Assert.Equal("", _messages.ToString());
        Assert.Contains("earlier", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_reach_the_param_block_as_objects()
    {
        HostRun run = _host.Run("param($First, $Second) $First.Count; $Second", new[] { "a", "b" }, 7);

        Assert.Equal([2, 7], run.Output);
    }

    [Fact]
    public void Invoke_Expression_runs_each_pipeline_object_in_the_scope_of_the_caller()
    {
        HostRun run = _host.Run("'$x = 40; ''ran''', '$x = $x + 2' | Invoke-Expression; $x; Invoke-Expression -Command '$x + 1'");

        Assert.Equal(["ran", 42, 43], run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Invoke_Expression_inside_a_function_sets_the_variable_of_the_function()
    {
        HostRun run = _host.Run("function f { '$y = 1' | Invoke-Expression; $y }; f; $null -eq $y");

        Assert.Equal([1, true], run.Output);
    }

    [Fact]
    public void Invoke_Expression_passes_errors_on_and_goes_to_the_next_object()
    {
        HostRun run = _host.Run("'Write-Error first', '''second''' | Invoke-Expression");

        Assert.Equal(["second"], run.Output);
        Assert.Equal("first", run.Errors.Single().Exception.Message);
    }

    [Fact]
    public void Stop_ends_a_running_script()
    {
        HostRun run = _host.Run(
            "'started'; while ($true) { }",
            record =>
            {
                if (record.Value is "started")
                {
                    _host.Stop();
                }
            });

        Assert.True(run.WasStopped);
        Assert.Null(run.TerminatingError);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_view_of_a_format_file_is_printed_as_a_table_within_the_width_of_the_console()
    {
        using TemporaryFolder folder = new();
        folder.Write("View.Format.ps1xml", FormatFile);
        string manifest = folder.Write("View.psd1", "@{ ModuleVersion = '1.0'; FormatsToProcess = 'View.Format.ps1xml' }");
        using ModuleHost host = ModuleHost.Open(manifest, new HostConsole(_output, _messages, Width: 30, HasColor: false));

        int code = host.Print("[pscustomobject] @{ PSTypeName = 'Test.Row'; Hidden = 'no'; Step = 3; Text = 'line ' + ('x' * 50) }");

        Assert.Equal(0, code);
        string[] lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Phase Line", lines[0]);
        Assert.Equal("3     line xxxxxxxxxxxxxxxxx…", lines[2]);
    }

    [Fact]
    public void A_line_of_text_is_never_cut_or_wrapped()
    {
        string text = new('x', 500);

        _host.Print("param($Text) $Text", text);

        Assert.Equal(text + Environment.NewLine, _output.ToString());
    }

    [Fact]
    public void Output_holds_no_message_and_messages_no_output()
    {
        int code = _host.Print("'data'; Write-Host shown; Write-Warning w; Write-Verbose v -Verbose; Write-Error e");

        Assert.Equal(1, code);
        Assert.Equal(["data", "shown"], _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            ["WARNING: w", "VERBOSE: v", "Write-Error: e"],
            _messages.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_script_that_asks_gets_an_error_instead_of_waiting()
    {
        HostRun run = _host.Run("$Host.UI.ReadLine()");

        Assert.Contains("not interactive", run.Errors.Single().Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_cannot_be_imported_is_an_error_of_PowerShell()
    {
        using TemporaryFolder folder = new();
        string manifest = folder.Write("Broken.psd1", "@{ ModuleVersion = '1.0'; RootModule = 'missing.dll' }");

        Assert.ThrowsAny<RuntimeException>(() => ModuleHost.Open(manifest));
    }

    private const string FormatFile =
        """
        <Configuration>
          <ViewDefinitions>
            <View>
              <Name>Row</Name>
              <ViewSelectedBy><TypeName>Test.Row</TypeName></ViewSelectedBy>
              <TableControl>
                <TableHeaders>
                  <TableColumnHeader><Label>Phase</Label><Width>5</Width><Alignment>Left</Alignment></TableColumnHeader>
                  <TableColumnHeader><Label>Line</Label></TableColumnHeader>
                </TableHeaders>
                <TableRowEntries>
                  <TableRowEntry>
                    <TableColumnItems>
                      <TableColumnItem><PropertyName>Step</PropertyName></TableColumnItem>
                      <TableColumnItem><PropertyName>Text</PropertyName></TableColumnItem>
                    </TableColumnItems>
                  </TableRowEntry>
                </TableRowEntries>
              </TableControl>
            </View>
          </ViewDefinitions>
        </Configuration>
        """;
}
