using System;
using System.Management.Automation.Host;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>A screen of which only the width is known, which is what formatting asks for.</summary>
internal sealed class ConsoleHostRawUI(int width) : PSHostRawUserInterface
{
    private const int Height = 50;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize { get; set; } = new(width, Height);

    public override Size WindowSize { get; set; } = new(width, Height);

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NotInteractive.Error();

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotInteractive.Error();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotInteractive.Error();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotInteractive.Error();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotInteractive.Error();
}
